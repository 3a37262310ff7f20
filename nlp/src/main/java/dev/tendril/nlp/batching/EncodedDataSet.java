package dev.tendril.nlp.batching;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Batch;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.data.Value;
import dev.tendril.api.training.Reference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data set encoded and kept in memory, four bytes a token. Examples have the numbers 0, 1, … in the order of the reader. Immutable
 * and thread-safe.
 */
public final class EncodedDataSet {
    private final Map<String, IdColumn> columns = new LinkedHashMap<>();
    private int size;

    private EncodedDataSet(List<Field> fields) {
        for (Field field : fields) {
            columns.put(field.name(), new IdColumn(field));
        }
    }

    /**
     * Reads and encodes everything.
     *
     * @throws dev.tendril.api.DataException at the first example that does not fit
     * @throws java.util.concurrent.CancellationException if the token was cancelled
     */
    public static EncodedDataSet read(Reader reader, List<Field> fields, CancellationToken cancellation) {
        EncodedDataSet data = new EncodedDataSet(fields);
        try (ExampleStream stream = reader.open()) {
            while (stream.hasNext()) {
                cancellation.throwIfCancelled();
                data.append(stream.next());
            }
        }
        return data;
    }

    private void append(Example example) {
        for (IdColumn column : columns.values()) {
            Field field = column.field();
            Raw raw = RawTexts.value(example, field.key());
            column.append(field.codec().encode(raw, example.origin()));
            if (field.keepReference()) {
                column.keep(field.codec().reference(raw, example.origin()));
            }
        }
        size = Math.addExact(size, 1);
    }

    /** Number of examples. */
    public int size() {
        return size;
    }

    /** Names of the fields, in the order they were given. */
    public List<String> fields() {
        return List.copyOf(columns.keySet());
    }

    /** Number of ids of a field of one example. */
    public int length(String field, int example) {
        return column(field).length(example);
    }

    /**
     * What predictions of a field are judged against.
     *
     * @throws IllegalStateException if the field's references are not kept
     */
    public Reference reference(String field, int example) {
        IdColumn column = column(field);
        if (!column.field().keepReference()) {
            throw new IllegalStateException("the references of field '" + field + "' are not kept");
        }
        return column.reference(example);
    }

    /** Some examples as a batch, in the order given. */
    public Batch batch(int... examples) {
        Map<String, Value> values = new LinkedHashMap<>();
        columns.forEach((name, column) -> {
            List<int[]> rows = Arrays.stream(examples).mapToObj(column::row).toList();
            values.put(name, column.field().codec().collate(rows));
        });
        return new Batch(Arrays.stream(examples).asLongStream().toArray(), values);
    }

    private IdColumn column(String field) {
        IdColumn column = columns.get(field);
        if (column == null) {
            throw new IllegalArgumentException("no field '" + field + "' among " + columns.keySet());
        }
        return column;
    }
}
