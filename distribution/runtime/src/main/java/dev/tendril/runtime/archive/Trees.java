package dev.tendril.runtime.archive;

import dev.tendril.api.DataException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Plain trees of {@link Map}, {@link List}, {@link String}, {@link Long}, {@link Double} and {@link Boolean} as JSON, and back. */
final class Trees {
    private Trees() {}

    static JsonNode json(Object tree) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (tree instanceof Map<?, ?> map) {
            ObjectNode object = nodes.objectNode();
            map.forEach((key, value) -> object.set(String.valueOf(key), json(value)));
            return object;
        }
        if (tree instanceof List<?> list) {
            ArrayNode array = nodes.arrayNode(list.size());
            list.forEach(element -> array.add(json(element)));
            return array;
        }
        if (tree instanceof Long number) {
            return nodes.numberNode(number);
        }
        if (tree instanceof Double number && Double.isFinite(number)) {
            return nodes.numberNode(number);
        }
        if (tree instanceof Boolean truth) {
            return nodes.booleanNode(truth);
        }
        if (tree instanceof String text) {
            return nodes.stringNode(text);
        }
        throw new IllegalArgumentException(
                "an archive cannot hold " + tree + " of " + tree.getClass().getName());
    }

    static Map<String, Object> plain(String archive, String entry, JsonNode tree) {
        if (!tree.isObject()) {
            throw new DataException(archive, "entry '" + entry + "' holds no JSON object");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        tree.properties().forEach(property -> map.put(property.getKey(), value(archive, entry, property.getValue())));
        return Collections.unmodifiableMap(map);
    }

    private static Object value(String archive, String entry, JsonNode tree) {
        if (tree.isObject()) {
            return plain(archive, entry, tree);
        }
        if (tree.isArray()) {
            List<Object> list = new ArrayList<>(tree.size());
            tree.forEach(element -> list.add(value(archive, entry, element)));
            return Collections.unmodifiableList(list);
        }
        if (tree.isString()) {
            return tree.stringValue();
        }
        if (tree.isBoolean()) {
            return tree.booleanValue();
        }
        if (tree.isIntegralNumber() && tree.canConvertToLong()) {
            return tree.longValue();
        }
        if (tree.isFloatingPointNumber() && Double.isFinite(tree.doubleValue())) {
            return tree.doubleValue();
        }
        throw new DataException(archive, "entry '" + entry + "' holds " + tree + ", which no component writes");
    }
}
