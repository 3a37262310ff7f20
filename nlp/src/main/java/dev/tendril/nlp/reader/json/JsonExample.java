package dev.tendril.nlp.reader.json;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Makes an example of a JSON value. The members of an object are its keys, the elements of an array the keys {@code 1}, {@code 2}, …;
 * what is null has no key. What is no object stands under the key {@code value} as a whole too, unless it is an array with null in it.
 */
final class JsonExample {
    private static final String WHOLE = "value";

    private final String where;
    private final Map<String, Raw> values = new HashMap<>();

    private JsonExample(String where) {
        this.where = where;
    }

    /**
     * The example.
     *
     * @param where its place
     * @throws DataException if it has no value, or one that is none for fields
     */
    static Example of(JsonNode value, String where) {
        JsonExample example = new JsonExample(where);
        if (value.isObject()) {
            value.properties().forEach(member -> example.put(member.getKey(), member.getValue()));
        } else {
            example.putElements(value);
        }
        if (example.values.isEmpty()) {
            throw new DataException(where, "the example holds nothing but null; remove it");
        }
        return new Example(example.values, where);
    }

    private void putElements(JsonNode value) {
        boolean complete = true;
        if (value.isArray()) {
            for (int element = 0; element < value.size(); element++) {
                put(Integer.toString(element + 1), value.get(element));
                complete &= !value.get(element).isNull();
            }
        }
        if (complete) {
            put(WHOLE, value);
        }
    }

    private void put(String key, JsonNode value) {
        JsonValues.raw(value, problem -> refused(key, problem)).ifPresent(raw -> values.put(key, raw));
    }

    private DataException refused(String key, String problem) {
        return new DataException(
                where,
                "the key '" + key + "' " + problem
                        + "; a value is a text, a number, true, false, or an array of these: give what it holds keys of"
                        + " its own");
    }
}
