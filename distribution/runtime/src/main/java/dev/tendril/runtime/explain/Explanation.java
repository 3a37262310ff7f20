package dev.tendril.runtime.explain;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.training.Optimizer;
import dev.tendril.runtime.check.Architecture;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.ParameterCounter;
import dev.tendril.runtime.check.ParameterGroups;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.explain.GraphPicture.Figure;
import dev.tendril.runtime.explain.GraphPicture.Line;
import dev.tendril.runtime.explain.GraphPicture.Role;
import dev.tendril.runtime.explain.GraphPicture.Row;
import dev.tendril.runtime.spec.Edge;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.spec.ParameterGroupSpec;
import dev.tendril.runtime.spec.TrainingSpec;
import dev.tendril.runtime.spec.VocabularySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Says what a checked model is: the axes and shapes of every edge, learnt numbers as polynomials in the sizes that data decides, and the
 * name of each head's architecture. {@code T(source)} is the time axis of a field, {@code V(source)} the size of its vocabulary.
 */
public final class Explanation {
    private final CheckedModel model;
    private final ComponentRegistry registry;
    private final Optional<Map<String, Size>> parameters;
    private final Work work;

    /**
     * An explanation.
     *
     * @param registry the components of the model
     * @param counter counts learnt numbers by dry builds
     * @param products counts multiply-adds
     */
    public Explanation(CheckedModel model, ComponentRegistry registry, ParameterCounter counter, WorkCounter products) {
        this.model = model;
        this.registry = registry;
        this.parameters = ParameterPolynomials.of(model, counter);
        this.work = Work.of(model, products);
    }

    /**
     * As text; ends with a line break.
     *
     * @param memory what training it needs, if that is known
     */
    public String text(Optional<MemoryEstimate> memory) {
        StringBuilder text = new StringBuilder();
        text.append("model ").append(model.spec().name()).append("\n\nfields\n");
        text.append(Columns.of(fieldRows())).append("\nnodes\n").append(Columns.of(nodeRows()));
        text.append("\nheads\n").append(Columns.of(headRows()));
        text.append("\nparameters\n  ").append(total()).append('\n');
        text.append("\nmultiply-adds of matrix products, forwards\n").append(Columns.of(work.rows()));
        text.append("\nmemory of training\n");
        text.append(memory.map(known -> Columns.of(known.rows())).orElse("  known once data is fitted\n"));
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
        return outputTypes(name).types().entrySet().stream()
                .map(port -> port.getKey() + ": "
                        + port.getValue().stream().map(EdgeType::toString).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private String parametersOf(String node) {
        return parameters
                .map(known -> known.entrySet().stream()
                                .filter(parameter -> parameter.getKey().startsWith(node + "."))
                                .map(Map.Entry::getValue)
                                .reduce(Size.of(0), Size::plus)
                        + " parameters")
                .orElse("");
    }

    /** Every parameter by its path: how many numbers it has, and what moves it in training; ends with a line break. */
    public String parameters() {
        ParameterGroups groups = new ParameterGroups(model.spec().training());
        return parameters
                .map(known -> Columns.of(known.entrySet().stream()
                        .map(parameter -> List.of(
                                parameter.getKey(),
                                parameter.getValue().toString(),
                                mover(groups.of(parameter.getKey()))))
                        .toList()))
                .orElse("  known once data is fitted\n");
    }

    private String mover(OptionalInt group) {
        TrainingSpec training = model.spec().training();
        if (group.isEmpty()) {
            return optimizer(training.optimizer());
        }
        ParameterGroupSpec own = training.groups().get(group.getAsInt());
        return own.optimizer().map(this::optimizer).orElse("frozen") + ", group " + (group.getAsInt() + 1);
    }

    private String optimizer(ComponentRef<Optimizer<?>> reference) {
        return registry.get(Kind.OPTIMIZER, reference.id()).writtenName();
    }

    private List<List<String>> headRows() {
        List<List<String>> rows = new ArrayList<>();
        for (NodeSpec node : model.spec().nodes().values()) {
            if (node.head()) {
                Architecture shape = model.architectures().get(node.name());
                rows.add(List.of(node.name(), shape == null ? "penalty" : shape.label(), "weight " + node.weight()));
            }
        }
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

    /** As a picture in SVG; ends with a line break. */
    public String svg() {
        List<Figure> figures = new ArrayList<>();
        model.fields().forEach((name, type) -> figures.add(field(name, type)));
        model.order().forEach(name -> figures.add(figure(name)));
        List<Line> lines = new ArrayList<>();
        for (String name : model.order()) {
            int row = 0;
            for (List<Edge> edges : node(name).from().values()) {
                for (Edge edge : edges) {
                    lines.add(new Line(edge.source(), output(edge), name, row++));
                }
            }
        }
        return new GraphPicture(figures, lines).svg("model " + model.spec().name());
    }

    private Figure field(String name, EdgeType type) {
        String kind = Optional.ofNullable(model.spec().data().fields().get(name))
                .map(Explanation::kind)
                .orElse("");
        return new Figure(name, Role.FIELD, kind, List.of(), List.of(new Row("", type.toString())));
    }

    private Figure figure(String name) {
        NodeSpec node = node(name);
        List<Row> inputs = new ArrayList<>();
        node.from().forEach((port, edges) -> {
            for (int i = 0; i < edges.size(); i++) {
                inputs.add(new Row(port, type(name, port, i)));
            }
        });
        List<Row> outputs = new ArrayList<>();
        outputTypes(name)
                .types()
                .forEach((port, types) -> types.forEach(type -> outputs.add(new Row(port, type.toString()))));
        String share = node.share().map(other -> ", shares " + other).orElse("");
        String shape = Optional.ofNullable(model.architectures().get(name))
                .map(architecture -> ", " + architecture.label())
                .orElse("");
        return new Figure(name, node.head() ? Role.HEAD : Role.NODE, written(node) + share + shape, inputs, outputs);
    }

    private PortTypes outputTypes(String name) {
        return model.outputs().getOrDefault(name, new PortTypes(Map.of()));
    }

    /** The row of the output that an edge leaves. */
    private int output(Edge edge) {
        return model.fields().containsKey(edge.source())
                ? 0
                : List.copyOf(outputTypes(edge.source()).types().keySet()).indexOf(edge.output());
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
