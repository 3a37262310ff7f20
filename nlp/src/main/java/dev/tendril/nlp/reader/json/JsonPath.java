package dev.tendril.nlp.reader.json;

import dev.tendril.api.DataException;
import dev.tendril.nlp.reader.KnownNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The way to the array of examples in a document. */
final class JsonPath {
    private static final int MOST_KEYS = 1000;

    private final JsonParser parser;
    private final List<String> path;
    private final Supplier<String> where;

    /**
     * A way.
     *
     * @param parser stands at the document's first token
     * @param path keys from the outside in
     * @param where the parser's place, for messages
     */
    JsonPath(JsonParser parser, List<String> path, Supplier<String> where) {
        this.parser = parser;
        this.path = path;
        this.where = where;
    }

    /**
     * Goes to the array's start.
     *
     * @throws DataException if there is none
     */
    void enterArray() {
        for (int depth = 0; depth < path.size(); depth++) {
            enter(depth);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return;
        }
        String place = where.get();
        String named = named(path.size());
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new DataException(place, named + " is no array of examples; give 'at' the key of one");
        }
        List<String> keys = keys();
        String first = keys.isEmpty() ? "train" : keys.get(0);
        throw new DataException(
                place,
                named + " is an object where the array of examples should be, with the keys "
                        + String.join(", ", keys) + "; give 'at' the one of the array, such as at: "
                        + String.join(".", path) + (path.isEmpty() ? "" : ".") + first);
    }

    /** Goes to the value of one key. */
    private void enter(int depth) {
        String key = path.get(depth);
        String place = where.get();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new DataException(
                    place, named(depth) + " is no object, so it has no key '" + key + "'; correct 'at'");
        }
        List<String> others = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(key)) {
                return;
            }
            keep(name, others);
            parser.skipChildren();
        }
        throw new DataException(
                place,
                named(depth) + " has no key '" + key + "', which 'at' names; "
                        + (others.isEmpty() ? "it is empty" : KnownNames.of(others)));
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            keep(parser.currentName(), keys);
            parser.nextToken();
            parser.skipChildren();
        }
        return keys;
    }

    private static void keep(String name, List<String> names) {
        if (names.size() < MOST_KEYS) {
            names.add(name);
        }
    }

    private String named(int depth) {
        return depth == 0 ? "the document" : "'" + String.join(".", path.subList(0, depth)) + "'";
    }
}
