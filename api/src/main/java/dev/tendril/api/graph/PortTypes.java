package dev.tendril.api.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Edge types by port, in order. Inputs of a node as connected, or its outputs as inferred; a port that takes several has a list.
 *
 * @param types at least one type a port
 */
public record PortTypes(Map<String, List<EdgeType>> types) {
    public PortTypes {
        Map<String, List<EdgeType>> copy = new LinkedHashMap<>();
        types.forEach((port, edges) -> copy.put(port, List.copyOf(edges)));
        types = Collections.unmodifiableMap(copy);
    }

    /** One port named {@code output}. */
    public static PortTypes output(EdgeType type) {
        return of(Port.OUTPUT, type);
    }

    /** One port. */
    public static PortTypes of(String port, EdgeType type) {
        return new PortTypes(Map.of(port, List.of(type)));
    }

    /** These ports and one more. */
    public PortTypes and(String port, EdgeType type) {
        Map<String, List<EdgeType>> more = new LinkedHashMap<>(types);
        more.put(port, List.of(type));
        return new PortTypes(more);
    }

    /** The type of a port that takes one edge, if it is connected. */
    public Optional<EdgeType> find(String port) {
        List<EdgeType> edges = types.getOrDefault(port, List.of());
        return edges.isEmpty() ? Optional.empty() : Optional.of(edges.get(0));
    }

    /**
     * The type of a port that is known to be connected.
     *
     * @throws IllegalArgumentException if it is not
     */
    public EdgeType get(String port) {
        return find(port)
                .orElseThrow(() ->
                        new IllegalArgumentException("port '" + port + "' is not connected, only " + types.keySet()));
    }
}
