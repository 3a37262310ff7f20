package dev.tendril.runtime.check;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A key of a section that is no parameter record: what the checker accepts there and what the schema says of it.
 *
 * @param name as it is written
 * @param required whether it must be given
 * @param doc one sentence
 */
record Key(String name, boolean required, String doc) {

    static List<String> names(List<Key> keys) {
        return keys.stream().map(Key::name).toList();
    }

    /** The keys as error notes list them. */
    static String accepted(List<Key> keys) {
        return keys.stream()
                .map(key -> key.required() ? key.name() + " (required)" : key.name())
                .collect(Collectors.joining(", "));
    }
}
