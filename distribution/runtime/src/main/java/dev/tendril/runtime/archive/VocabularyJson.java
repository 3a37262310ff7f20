package dev.tendril.runtime.archive;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A vocabulary at rest: {@code {"tokens": […], "unknown": 0, "begin": 1, "end": 2}}; special tokens it lacks are left out. */
final class VocabularyJson {
    private static final Set<String> KEYS = Set.of("tokens", "unknown", "begin", "end");

    private VocabularyJson() {}

    static JsonNode write(Vocabulary.Table table) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ArrayNode tokens = tree.putArray("tokens");
        table.tokens().forEach(tokens::add);
        table.unknown().ifPresent(id -> tree.put("unknown", id));
        table.begin().ifPresent(id -> tree.put("begin", id));
        table.end().ifPresent(id -> tree.put("end", id));
        return tree;
    }

    static Vocabulary.Table read(String archive, String entry, JsonNode tree) {
        List<String> tokens = new ArrayList<>();
        if (!tree.path("tokens").isArray() || !KEYS.containsAll(tree.propertyNames())) {
            throw new DataException(archive, "entry '" + entry + "' is no vocabulary");
        }
        for (JsonNode token : tree.path("tokens")) {
            if (!token.isString()) {
                throw new DataException(
                        archive, "entry '" + entry + "' holds " + token + " where a token should stand");
            }
            tokens.add(token.stringValue());
        }
        try {
            Vocabulary.Table table = new Vocabulary.Table(
                    tokens, special(tree, "unknown"), special(tree, "begin"), special(tree, "end"));
            return new Vocabulary(table).table();
        } catch (IllegalArgumentException unfit) {
            throw new DataException(archive, "entry '" + entry + "' is no vocabulary: " + unfit.getMessage(), unfit);
        }
    }

    private static Optional<Integer> special(JsonNode tree, String key) {
        JsonNode id = tree.path(key);
        if (id.isMissingNode()) {
            return Optional.empty();
        }
        if (!id.isIntegralNumber() || !id.canConvertToInt()) {
            throw new IllegalArgumentException("'" + key + "' is " + id);
        }
        return Optional.of(id.intValue());
    }
}
