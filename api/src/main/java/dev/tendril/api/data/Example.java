package dev.tendril.api.data;

import java.util.Map;

/**
 * One raw example.
 *
 * @param values by key; columns of a table have the keys {@code 1}, {@code 2}, … and, with a header, their names as well
 * @param origin where it stands, {@code file:line}, for messages
 */
public record Example(Map<String, Raw> values, String origin) {
    public Example {
        values = Map.copyOf(values);
    }
}
