package dev.tendril.runtime.wiring;

import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.PortTypes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is connected to a node.
 *
 * @param inputs types at its input ports
 * @param vocabularies of the fields whose ids arrive, by port
 */
record Ports(PortTypes inputs, Map<String, Vocabulary> vocabularies) {
    Ports {
        vocabularies = Collections.unmodifiableMap(new LinkedHashMap<>(vocabularies));
    }

    /**
     * The ports of a node inside another: ids that arrive there come from a port of the outer node, the one of as many ids.
     *
     * @param outer vocabularies at the outer node's ports
     */
    static Ports nested(PortTypes inputs, List<Vocabulary> outer) {
        Map<String, Vocabulary> found = new LinkedHashMap<>();
        inputs.types().forEach((port, edges) -> edges.stream()
                .findFirst()
                .filter(edge -> edge.element() instanceof Element.Id)
                .map(edge -> ofSize(edge, outer))
                .filter(candidates -> candidates.size() == 1)
                .ifPresent(candidates -> found.put(port, candidates.get(0))));
        return new Ports(inputs, found);
    }

    Vocabulary vocabulary(String port) {
        Vocabulary vocabulary = vocabularies.get(port);
        if (vocabulary == null) {
            throw new IllegalArgumentException(
                    "no ids of one field arrive at port '" + port + "', only at " + vocabularies.keySet());
        }
        return vocabulary;
    }

    private static List<Vocabulary> ofSize(EdgeType edge, List<Vocabulary> outer) {
        return outer.stream()
                .filter(vocabulary ->
                        edge.vocabulary().known() && edge.vocabulary().value() == vocabulary.size())
                .distinct()
                .toList();
    }
}
