package dev.tendril.runtime.explain;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.spec.Edge;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.spec.VocabularySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what a checked model is: the axes and shapes of every edge, learnt numbers as polynomials in the sizes that data decides, and the
 * name of each head's architecture. {@code T(source)} is the time axis of a field, {@code V(source)} the size of its vocabulary.
 */
public final class Explanation {
    private final CheckedModel model;
    private final ComponentRegistry registry;
    private final Optional<Map<String, Size>> parameters;

    /**
     * An explanation.
     *
     * @param registry the components of the model
     * @param counter counts learnt numbers by dry builds
     */
    public Explanation(CheckedModel model, ComponentRegistry registry, ParameterCounter counter) {
        this.model = model;
        this.registry = registry;
        this.parameters = ParameterPolynomials.of(model, counter);
    }

    /** As text; ends with a line break. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("model ").append(model.spec().name()).append("\n\nfields\n");
        text.append(Columns.of(fieldRows())).append("\nnodes\n").append(Columns.of(nodeRows()));
        text.append("\nheads\n").append(Columns.of(headRows()));
        text.append("\nparameters\n  ").append(total()).append('\n');
        return text.toString();
    }

    private List<List<String>> fieldRows() {
        List<List<String>> rows = new ArrayList<>();
        model.spec().data().fields().forEach((name, field) -> {
            String use = model.predictionFields().contains(name) ? "needed to predict" : "not needed to predict";
            rows.add(List.of(name, kind(field), String.valueOf(model.fields().get(name)), use));
        });
        return rows;
    }

    private static String kind(FieldSpec field) {
        StringBuilder kind = new StringBuilder(field.type());
        field.vocabulary().ifPresent(vocabulary -> {
            if (vocabulary instanceof VocabularySpec.Shared shared) {
                kind.append(", vocabulary of ").append(shared.field());
            }
        });
        return kind.toString();
    }

    private List<List<String>> nodeRows() {
        return model.order().stream().map(this::nodeRow).toList();
    }

    private List<String> nodeRow(String name) {
        NodeSpec node = node(name);
        String share = node.share().map(other -> ", shares " + other).orElse("");
        return List.of(name, written(node) + share, from(node), "→ " + outputs(name), parametersOf(name));
    }

    private static String from(NodeSpec node) {
        return node.from().entrySet().stream()
                .map(port -> port.getKey() + ": "
                        + port.getValue().stream().map(Edge::toString).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private String outputs(String name) {
        PortTypes outputs = model.outputs().getOrDefault(name, new PortTypes(Map.of()));
        return outputs.types().entrySet().stream()
                .map(port -> port.getKey() + ": "
                        + port.getValue().stream().map(EdgeType::toString).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private String parametersOf(String node) {
        return parameters
                .map(known -> known.getOrDefault(node, Size.of(0)) + " parameters")
                .orElse("");
    }

    private List<List<String>> headRows() {
        List<List<String>> rows = new ArrayList<>();
        model.architectures()
                .forEach((name, architecture) -> rows.add(List.of(
                        name, architecture.label(), "weight " + node(name).weight())));
        return rows;
    }

    private String total() {
        return parameters
                .map(known ->
                        known.values().stream().reduce(Size.of(0), Size::plus).toString())
                .orElse("known once data is fitted");
    }

    private String written(NodeSpec node) {
        return registry.get(node.kind(), node.component().id()).writtenName();
    }

    private NodeSpec node(String name) {
        NodeSpec node = model.spec().nodes().get(name);
        if (node == null) {
            throw new IllegalArgumentException("the model has no node '" + name + "'");
        }
        return node;
    }

    /** As a Mermaid flow chart; ends with a line break. */
    public String mermaid() {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        model.fields().forEach((name, type) -> text.append("  ")
                .append(id(name))
                .append("([\"")
                .append(name)
                .append("\"])\n"));
        for (String name : model.order()) {
            NodeSpec node = node(name);
            String label = "\"" + name + "<br/>" + written(node) + "\"";
            text.append("  ").append(id(name));
            text.append(node.head() ? "[[" + label + "]]" : "[" + label + "]").append('\n');
        }
        for (String name : model.order()) {
            node(name).from().forEach((port, edges) -> {
                for (int i = 0; i < edges.size(); i++) {
                    arrow(text, edges.get(i), port, type(name, port, i), name);
                }
            });
        }
        return text.toString();
    }

    private String type(String node, String port, int index) {
        PortTypes inputs = model.inputs().getOrDefault(node, new PortTypes(Map.of()));
        List<EdgeType> types = inputs.types().getOrDefault(port, List.of());
        return index < types.size() ? types.get(index).toString() : "";
    }

    private static void arrow(StringBuilder text, Edge edge, String port, String type, String node) {
        String label = "\"" + port + ": " + type + "\"";
        text.append("  ")
                .append(id(edge.source()))
                .append(" -->|")
                .append(label)
                .append("| ");
        text.append(id(node)).append('\n');
    }

    /** A name that is no word of Mermaid, such as {@code end}. */
    private static String id(String name) {
        return "n_" + name;
    }
}
