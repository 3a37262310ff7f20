package dev.tendril.runtime.check;

import dev.tendril.api.graph.Port;
import dev.tendril.runtime.component.BoundComponent;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.spec.Edge;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows the edges of a graph: names that exist, ports that exist, ports that must be connected. */
final class Linker {
    private final Reading reading;
    private final Set<String> fields;
    private final Map<String, NodeDraft> drafts;
    private final Map<String, NodeSpec> nodes = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Scalar>>> edges = new LinkedHashMap<>();

    /**
     * A linker.
     *
     * @param fields names of all fields, whole or not
     * @param drafts all nodes
     */
    Linker(Reading reading, Set<String> fields, Map<String, NodeDraft> drafts) {
        this.reading = reading;
        this.fields = fields;
        this.drafts = drafts;
    }

    /** The edge that a scalar under {@code from} means. */
    static Edge edge(Scalar written) {
        int dot = written.text().indexOf('.');
        return dot < 0
                ? Edge.of(written.text())
                : new Edge(written.text().substring(0, dot), written.text().substring(dot + 1));
    }

    Linked link() {
        for (NodeDraft draft : drafts.values()) {
            if (fields.contains(draft.name())) {
                reading.problems()
                        .error(Code.BAD_NAME, "'" + draft.name() + "' names a field and a node")
                        .at(draft.key().location())
                        .label("rename the node")
                        .report();
            }
            boolean known = true;
            for (NodeDraft.Input input : draft.inputs()) {
                known &= input.edges().stream().allMatch(this::exists);
            }
            Optional<BoundComponent> component = draft.component();
            if (component.isPresent()) {
                Optional<Map<String, List<Scalar>>> connected = connect(draft, component.get());
                if (connected.isPresent() && known) {
                    nodes.put(draft.name(), spec(draft, component.get(), connected.get()));
                    edges.put(draft.name(), connected.get());
                }
            }
        }
        return new Linked(nodes, edges, drafts);
    }

    private boolean exists(Scalar written) {
        Edge edge = edge(written);
        if (drafts.containsKey(edge.source())) {
            return true;
        }
        if (fields.contains(edge.source())) {
            return isWholeField(written, edge);
        }
        List<String> known = new ArrayList<>(fields);
        known.addAll(drafts.keySet());
        reading.problems()
                .error(Code.UNKNOWN_NAME, "there is no field or node '" + edge.source() + "'")
                .at(written.location())
                .label(Similar.question(edge.source(), known))
                .note("known: " + String.join(", ", known))
                .report();
        return false;
    }

    private boolean isWholeField(Scalar written, Edge edge) {
        if (edge.output().equals(Port.OUTPUT)) {
            return true;
        }
        reading.problems()
                .error(Code.UNKNOWN_PORT, "field '" + edge.source() + "' has no output '" + edge.output() + "'")
                .at(written.location())
                .label("write '" + edge.source() + "'")
                .report();
        return false;
    }

    private static NodeSpec spec(NodeDraft draft, BoundComponent component, Map<String, List<Scalar>> connected) {
        Map<String, List<Edge>> from = new LinkedHashMap<>();
        connected.forEach((port, written) ->
                from.put(port, written.stream().map(Linker::edge).toList()));
        return new NodeSpec(
                draft.name(), component.as(), component.component().kind(), from, draft.share(), draft.weight());
    }

    /** The edges by port; empty if a port is unknown, given too much, or missing. */
    private Optional<Map<String, List<Scalar>>> connect(NodeDraft draft, BoundComponent component) {
        List<Port> ports =
                Unchecked.ports(reading.registry(), component.component().kind(), component.reference());
        Map<String, List<Scalar>> connected = new LinkedHashMap<>();
        boolean whole = true;
        for (NodeDraft.Input input : draft.inputs()) {
            Optional<Port> port = port(draft, component, ports, input);
            port.filter(each -> !input.edges().isEmpty()).ifPresent(each -> connected.put(each.name(), input.edges()));
            whole &= port.isPresent() && !input.edges().isEmpty();
        }
        return whole && complete(draft, component, ports, connected) ? Optional.of(connected) : Optional.empty();
    }

    private Optional<Port> port(NodeDraft draft, BoundComponent component, List<Port> ports, NodeDraft.Input input) {
        Optional<Port> found = input.port().isEmpty()
                ? ports.stream().findFirst()
                : ports.stream()
                        .filter(port -> port.name().equals(input.port().get().text()))
                        .findFirst();
        if (found.isEmpty()) {
            String name = input.port().map(Scalar::text).orElse(Port.INPUT);
            List<String> names = ports.stream().map(Port::name).toList();
            reading.problems()
                    .error(Code.UNKNOWN_PORT, component.component().label() + " has no input port '" + name + "'")
                    .at(input.port().map(Scalar::location).orElse(input.location()))
                    .label(Similar.question(name, names))
                    .note("ports: " + describe(ports))
                    .report();
        } else if (input.edges().size() > 1 && !found.get().many()) {
            reading.problems()
                    .error(
                            Code.MISSING_INPUT,
                            "port '" + found.get().name() + "' of " + draft.words() + " takes one edge, not "
                                    + input.edges().size())
                    .at(input.location())
                    .report();
            return Optional.empty();
        }
        return found;
    }

    private boolean complete(
            NodeDraft draft, BoundComponent component, List<Port> ports, Map<String, List<Scalar>> connected) {
        List<Port> open = ports.stream()
                .filter(port -> port.required() && !connected.containsKey(port.name()))
                .toList();
        if (open.isEmpty()) {
            return true;
        }
        String names = open.stream().map(port -> "'" + port.name() + "'").collect(Collectors.joining(", "));
        reading.problems()
                .error(
                        Code.MISSING_INPUT,
                        draft.words() + " needs " + (open.size() == 1 ? "input " : "inputs ") + names)
                .at(
                        draft.mapping().get(GraphReader.FROM).isPresent()
                                ? draft.mapping().place(GraphReader.FROM)
                                : draft.key().location())
                .label("connect " + (open.size() == 1 ? "it" : "them") + " under 'from'")
                .note("ports: " + describe(ports))
                .notes(
                        component.component().owner().id().equals(PluginHandle.CORE)
                                ? List.of()
                                : List.of("provided by: "
                                        + component.component().owner().label()))
                .report();
        return false;
    }

    private static String describe(List<Port> ports) {
        return ports.stream()
                .map(port -> port.name() + (port.required() ? " (required)" : ""))
                .collect(Collectors.joining(", "));
    }
}
