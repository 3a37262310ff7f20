package dev.tendril.runtime.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where examples come from and what of them is used.
 *
 * @param splits by name: {@code train}, and as given {@code validation} and {@code test}
 * @param fields by name, in the order of the file
 */
public record DataSpec(Map<String, SplitSpec> splits, Map<String, FieldSpec> fields) {
    /** The split that is learnt from. */
    public static final String TRAIN = "train";

    /** The split that is judged after every epoch. */
    public static final String VALIDATION = "validation";

    /** The split that is judged at the end. */
    public static final String TEST = "test";

    public DataSpec {
        splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
