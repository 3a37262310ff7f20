package dev.tendril.nlp.batching;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where a field takes its values from.
 *
 * @param keys the reader's keys; the values of several stand one after the other, as a list
 * @param naive key of a naive forecast of the same numbers, if the data give one
 * @param scale key of what the errors of the numbers are measured in, if the data give it
 */
public record Source(List<String> keys, Optional<String> naive, Optional<String> scale) {
    public Source {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a field takes its values from at least one key");
        }
    }

    /** One key. */
    public static Source of(String key) {
        return new Source(List.of(key), Optional.empty(), Optional.empty());
    }

    /** Every key that must be there. */
    public List<String> all() {
        List<String> all = new ArrayList<>(keys);
        naive.ifPresent(all::add);
        scale.ifPresent(all::add);
        return all;
    }

    /**
     * The value of an example.
     *
     * @throws DataException if a key is missing
     */
    public Raw value(Example example) {
        return keys.size() == 1
                ? value(example, keys.get(0))
                : new Raw.Items(keys.stream().map(key -> value(example, key)).toList());
    }

    static Raw value(Example example, String key) {
        Raw raw = example.values().get(key);
        if (raw == null) {
            throw new DataException(
                    example.origin(),
                    "there is no '" + key + "' here, only "
                            + new TreeSet<>(example.values().keySet()) + "; name one of these as the field's key");
        }
        return raw;
    }
}
