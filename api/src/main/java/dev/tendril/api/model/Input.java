package dev.tendril.api.model;

import dev.tendril.api.data.Raw;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model is asked about: raw values by field name.
 *
 * @param fields one entry a field that predicting needs
 */
public record Input(Map<String, Raw> fields) {
    public Input {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** One text field. */
    public static Input text(String field, String text) {
        return new Input(Map.of(field, new Raw.Text(text)));
    }
}
