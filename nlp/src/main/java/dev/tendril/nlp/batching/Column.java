package dev.tendril.nlp.batching;

import dev.tendril.api.training.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One field of all examples, row behind row in one array. Filled by one thread, then read by any. */
final class Column {
    private final Field field;
    private final List<Reference> references = new ArrayList<>();
    private int[] ids = {}; // one of these two stays empty
    private float[] numbers = {};
    private int[] ends = {}; // of the rows, in elements
    private int[] steps = {};
    private int rows;

    Column(Field field) {
        this.field = field;
    }

    Field field() {
        return field;
    }

    void append(Row row) {
        int start = start(rows);
        ends = grown(ends, rows + 1);
        steps = grown(steps, rows + 1);
        steps[rows] = row.steps();
        ends[rows++] = row instanceof Row.Ids given
                ? append(given.ids(), start)
                : append(((Row.Numbers) row).numbers(), start);
    }

    private int append(int[] row, int start) {
        int end = Math.addExact(start, row.length);
        ids = grown(ids, end);
        System.arraycopy(row, 0, ids, start, row.length);
        return end;
    }

    private int append(float[] row, int start) {
        int end = Math.addExact(start, row.length);
        if (end > numbers.length) {
            numbers = Arrays.copyOf(numbers, larger(numbers.length, end));
        }
        System.arraycopy(row, 0, numbers, start, row.length);
        return end;
    }

    void keep(Reference reference) {
        references.add(reference);
    }

    Reference reference(int row) {
        return references.get(row);
    }

    int steps(int row) {
        return steps[row];
    }

    Row row(int row) {
        int start = start(row);
        return field.codec().coded() == FieldCodec.Coded.IDS
                ? new Row.Ids(Arrays.copyOfRange(ids, start, ends[row]))
                : new Row.Numbers(steps[row], Arrays.copyOfRange(numbers, start, ends[row]));
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    private static int[] grown(int[] array, int least) {
        return least <= array.length ? array : Arrays.copyOf(array, larger(array.length, least));
    }

    private static int larger(int size, int least) {
        long doubled = Math.min(2L * size, Integer.MAX_VALUE - 8);
        return Math.max(Math.max(64, least), (int) doubled);
    }
}
