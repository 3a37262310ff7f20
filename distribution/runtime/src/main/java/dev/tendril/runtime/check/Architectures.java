package dev.tendril.runtime.check;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.runtime.spec.Edge;
import dev.tendril.runtime.spec.NodeSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fields a node is computed from, and the shape of a head's task, which follows from time axes. */
final class Architectures {
    private final Map<String, NodeSpec> nodes;
    private final Map<String, EdgeType> fields;

    Architectures(Map<String, NodeSpec> nodes, Map<String, EdgeType> fields) {
        this.nodes = nodes;
        this.fields = fields;
    }

    /** Fields that a node is computed from when predicting: those behind its ports, the target of a head apart. */
    Set<String> sources(String node) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> visited = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(node)); // no recursion: a graph may be as deep as it is large
        while (!waiting.isEmpty()) {
            String name = waiting.pop();
            if (fields.containsKey(name)) {
                found.add(name);
            } else if (nodes.containsKey(name) && visited.add(name)) {
                List<String> sources = new ArrayList<>(direct(nodes.get(name)));
                Collections.reverse(sources);
                sources.forEach(waiting::push);
            }
        }
        return found;
    }

    private static List<String> direct(NodeSpec node) {
        return node.from().entrySet().stream()
                .filter(port -> !(node.head() && port.getKey().equals(Port.TARGET)))
                .flatMap(port -> port.getValue().stream().map(Edge::source))
                .toList();
    }

    /**
     * The shape of a head's task.
     *
     * @param inputs types at its connected ports
     * @param outputs types at its outputs
     */
    Architecture of(NodeSpec head, PortTypes inputs, PortTypes outputs) {
        List<EdgeType> sources = sources(head.name()).stream().map(fields::get).toList();
        boolean sequenceIn = sources.stream().anyMatch(type -> type.levels() > 0);
        EdgeType predicted = inputs.find(Port.TARGET)
                .orElseGet(() -> outputs.types().values().iterator().next().get(0));
        if (predicted.levels() == 0) {
            return sequenceIn ? Architecture.MANY_TO_ONE : Architecture.ONE_TO_ONE;
        }
        if (sources.isEmpty() || aligned(inputs, outputs)) {
            return Architecture.ALIGNED;
        }
        return sequenceIn ? Architecture.ENCODER_DECODER : Architecture.ONE_TO_MANY;
    }

    /** Whether the outputs keep a time axis of what comes in beside the target. */
    private static boolean aligned(PortTypes inputs, PortTypes outputs) {
        Set<String> axes = new LinkedHashSet<>();
        inputs.types().forEach((port, types) -> {
            if (!port.equals(Port.TARGET)) {
                types.forEach(type -> axes.addAll(type.axes()));
            }
        });
        return outputs.types().values().stream()
                .flatMap(List::stream)
                .flatMap(type -> type.axes().stream())
                .anyMatch(axes::contains);
    }
}
