package dev.tendril.api.layer;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands at the ports of a node in one pass. The graph was checked beforehand, so a wrong kind here is a defect of the node.
 *
 * @param values at least one value a connected port
 */
public record Values(Map<String, List<Value>> values) {
    public Values {
        Map<String, List<Value>> copy = new LinkedHashMap<>();
        values.forEach((port, list) -> copy.put(port, List.copyOf(list)));
        values = Collections.unmodifiableMap(copy);
    }

    /** Nothing at any port. */
    public static Values none() {
        return new Values(Map.of());
    }

    /** One value at one port. */
    public static Values of(String port, Value value) {
        return new Values(Map.of(port, List.of(value)));
    }

    /** These and one more. */
    public Values and(String port, Value value) {
        Map<String, List<Value>> more = new LinkedHashMap<>(values);
        more.put(port, List.of(value));
        return new Values(more);
    }

    /** The first value at a port, if it is connected. */
    public Optional<Value> find(String port) {
        List<Value> found = values.getOrDefault(port, List.of());
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** All values at a port. */
    public List<Value> all(String port) {
        return values.getOrDefault(port, List.of());
    }

    /** The value at a port, which is connected. */
    public Value get(String port) {
        return find(port)
                .orElseThrow(() ->
                        new IllegalArgumentException("nothing at port '" + port + "', only at " + values.keySet()));
    }

    /** The numbers at a port. */
    public Sequence sequence(String port) {
        if (get(port) instanceof Sequence sequence) {
            return sequence;
        }
        throw new IllegalArgumentException("port '" + port + "' carries ids, not numbers");
    }

    /** The ids at a port. */
    public IdSequence ids(String port) {
        if (get(port) instanceof IdSequence ids) {
            return ids;
        }
        throw new IllegalArgumentException("port '" + port + "' carries numbers, not ids");
    }
}
