package dev.tendril.api.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Examples computed together: the value of each field, one row an example. Its tensors belong to no pass.
 *
 * @param examples number of each row's example in its data set
 * @param fields value by field name, all of as many rows
 */
public record Batch(long[] examples, Map<String, Value> fields) {
    public Batch {
        examples = examples.clone();
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            if (field.getValue().rows() != examples.length) {
                throw new IllegalArgumentException("field '" + field.getKey() + "' has "
                        + field.getValue().rows() + " rows in a batch of " + examples.length);
            }
        }
    }

    /** The example numbers, as a fresh array. */
    @Override
    public long[] examples() {
        return examples.clone();
    }

    /** Number of examples. */
    public int size() {
        return examples.length;
    }
}
