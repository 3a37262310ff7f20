package dev.tendril.runtime.check;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.spec.NodeSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the graph as a whole: circles, types, what is used, what is predicted. */
final class GraphCheck {
    /** 64 MiB of float32 a step. */
    private static final long LARGEST_VECTOR = 1 << 24;

    private final Reading reading;
    private final DataDraft data;
    private final Linked graph;
    private final Map<String, EdgeType> fields;
    private final TypeInference inference;
    private final Map<String, Architecture> architectures = new LinkedHashMap<>();
    private final Set<String> predictionFields = new LinkedHashSet<>();
    private List<String> order = List.of();

    GraphCheck(Reading reading, DataDraft data, Linked graph) {
        this.reading = reading;
        this.data = data;
        this.graph = graph;
        this.fields = new FieldTypes(reading.registry()).of(data.fields());
        this.inference = new TypeInference(reading.registry(), fields, new LocatedTrouble(reading, graph));
    }

    void check() {
        order = Ordering.of(data.names().keySet(), graph.drafts(), reading.problems());
        for (String name : order) {
            NodeSpec node = graph.nodes().get(name);
            if (node != null) {
                inference.infer(node);
                sizes(node);
            }
        }
        heads();
        unused();
    }

    /** A vector that no array could hold is said here, before memory is asked for. */
    private void sizes(NodeSpec node) {
        PortTypes outputs = inference.outputs().get(node.name());
        if (outputs == null) {
            return;
        }
        outputs.types().values().stream()
                .flatMap(List::stream)
                .flatMap(type -> type.element() instanceof Element.Real real ? real.sizes().stream() : Stream.empty())
                .filter(size -> size.known() && size.value() > LARGEST_VECTOR)
                .findFirst()
                .ifPresent(size -> reading.problems()
                        .error(
                                Code.TOO_LARGE,
                                String.format(
                                        Locale.ROOT,
                                        "node '%s': its vectors hold %,d numbers, more than %,d",
                                        node.name(),
                                        size.value(),
                                        LARGEST_VECTOR))
                        .at(graph.place(node.name(), ""))
                        .report());
    }

    private void heads() {
        Architectures shapes = new Architectures(graph.nodes(), fields);
        for (NodeSpec node : graph.nodes().values()) {
            PortTypes inputs = inference.inputs().get(node.name());
            PortTypes outputs = inference.outputs().get(node.name());
            if (node.predicts() && inputs != null && outputs != null) {
                predictionFields.addAll(shapes.sources(node.name()));
                architectures.put(node.name(), shapes.of(node, inputs, outputs));
            }
        }
        boolean whole = graph.nodes().size() == graph.drafts().size();
        if (whole
                && !graph.drafts().isEmpty()
                && graph.nodes().values().stream().noneMatch(NodeSpec::predicts)) {
            NodeDraft first = graph.drafts().values().iterator().next();
            reading.problems()
                    .error(Code.NO_HEAD, "the model predicts nothing: no node of it is a head with a target")
                    .at(first.key().location())
                    .label("add one, such as a classifier or a decoder")
                    .report();
        }
    }

    private void unused() {
        Set<String> used = new HashSet<>();
        graph.drafts().values().forEach(draft -> draft.inputs().forEach(input -> input.edges()
                .forEach(edge -> used.add(Linker.edge(edge).source()))));
        Problems problems = reading.problems();
        for (NodeSpec node : graph.nodes().values()) {
            if (!node.head() && !used.contains(node.name())) {
                problems.warning(Code.UNUSED, "node '" + node.name() + "' is connected to nothing")
                        .at(graph.place(node.name(), ""))
                        .label("remove it, or name it under a 'from'")
                        .report();
            }
        }
        data.names().forEach((name, key) -> {
            if (!used.contains(name)) {
                problems.warning(Code.UNUSED, "field '" + name + "' is connected to nothing")
                        .at(key.location())
                        .label("remove it, or name it under a 'from'")
                        .report();
            }
        });
    }

    /** Types of the fields that are whole. */
    Map<String, EdgeType> fields() {
        return fields;
    }

    /** What was inferred. */
    TypeInference inference() {
        return inference;
    }

    /** All nodes, sources first. */
    List<String> order() {
        return order;
    }

    /** Shapes of task of the heads that could be inferred. */
    Map<String, Architecture> architectures() {
        return architectures;
    }

    /** Fields that predicting needs, in the order of the file. */
    Set<String> predictionFields() {
        Set<String> inOrder = new LinkedHashSet<>(fields.keySet());
        inOrder.retainAll(predictionFields);
        return inOrder;
    }
}
