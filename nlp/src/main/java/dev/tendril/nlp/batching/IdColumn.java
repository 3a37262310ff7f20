package dev.tendril.nlp.batching;

import dev.tendril.api.training.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ids of one field of all examples, one after the other in one array. Filled by one thread, then read by any. */
final class IdColumn {
    private final Field field;
    private final List<Reference> references = new ArrayList<>();
    private int[] ids = new int[1024];
    private int[] ends = new int[64];
    private int rows;

    IdColumn(Field field) {
        this.field = field;
    }

    Field field() {
        return field;
    }

    void append(int[] row) {
        int start = start(rows);
        int end = Math.addExact(start, row.length);
        ids = grown(ids, end);
        ends = grown(ends, rows + 1);
        System.arraycopy(row, 0, ids, start, row.length);
        ends[rows++] = end;
    }

    void keep(Reference reference) {
        references.add(reference);
    }

    Reference reference(int row) {
        return references.get(row);
    }

    int length(int row) {
        return ends[row] - start(row);
    }

    int[] row(int row) {
        return Arrays.copyOfRange(ids, start(row), ends[row]);
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    private static int[] grown(int[] array, int least) {
        if (least <= array.length) {
            return array;
        }
        long doubled = Math.min(2L * array.length, Integer.MAX_VALUE - 8);
        return Arrays.copyOf(array, Math.max(least, (int) doubled));
    }
}
