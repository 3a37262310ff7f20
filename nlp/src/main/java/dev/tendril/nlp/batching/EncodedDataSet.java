package dev.tendril.nlp.batching;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Batch;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import dev.tendril.api.data.Value;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.training.Reference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data set encoded and kept in memory, four bytes a token or number. Examples have the numbers 0, 1, … in the order of the reader.
 * Immutable and thread-safe.
 */
public final class EncodedDataSet {
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Engine engine;
    private int size;

    private EncodedDataSet(List<Field> fields, Engine engine) {
        this.engine = engine;
        for (Field field : fields) {
            columns.put(field.name(), new Column(field));
        }
    }

    /**
     * Reads and encodes everything.
     *
     * @param engine makes the tensors of batches
     * @throws dev.tendril.api.DataException at the first example that does not fit
     * @throws java.util.concurrent.CancellationException if the token was cancelled
     */
    public static EncodedDataSet read(
            Reader reader, List<Field> fields, Engine engine, CancellationToken cancellation) {
        EncodedDataSet data = new EncodedDataSet(fields, engine);
        try (ExampleStream stream = reader.open()) {
            while (stream.hasNext()) {
                cancellation.throwIfCancelled();
                data.append(stream.next());
            }
        }
        return data;
    }

    private void append(Example example) {
        Map<String, Row> rows = new LinkedHashMap<>();
        columns.forEach((name, column) -> rows.put(name, column.field().encode(example)));
        for (Column column : columns.values()) {
            column.field()
                    .along()
                    .ifPresent(other -> Aligned.check(column.field().name(), other, rows, example.origin()));
        }
        rows.forEach((name, row) -> {
            Column column = column(name);
            column.append(row);
            if (column.field().keepReference()) {
                column.keep(column.field().reference(example));
            }
        });
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

    /** Number of steps of a field of one example; 1 if it has no time axis. */
    public int length(String field, int example) {
        return column(field).steps(example);
    }

    /**
     * What predictions of a field are judged against.
     *
     * @throws IllegalStateException if the field's references are not kept
     */
    public Reference reference(String field, int example) {
        Column column = column(field);
        if (!column.field().keepReference()) {
            throw new IllegalStateException("the references of field '" + field + "' are not kept");
        }
        return column.reference(example);
    }

    /** Some examples as a batch, in the order given. */
    public Batch batch(int... examples) {
        Map<String, Value> values = new LinkedHashMap<>();
        columns.forEach((name, column) -> {
            List<Row> rows = Arrays.stream(examples).mapToObj(column::row).toList();
            values.put(name, column.field().codec().collate(rows, engine));
        });
        return new Batch(Arrays.stream(examples).asLongStream().toArray(), values);
    }

    private Column column(String field) {
        Column column = columns.get(field);
        if (column == null) {
            throw new IllegalArgumentException("no field '" + field + "' among " + columns.keySet());
        }
        return column;
    }
}
