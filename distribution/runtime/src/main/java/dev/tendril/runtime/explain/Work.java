package dev.tendril.runtime.explain;

import dev.tendril.api.TendrilException;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.explain.Interpolation.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The multiply-adds of every node, for one real step of a time axis: polynomials in the sizes that data decides and in the lengths of the
 * axes, where a step looks at all others. A product has at most two such lengths, and one vocabulary beside one of them.
 */
final class Work {
    private static final int DEGREE = 3;

    /** Steps that the first time axis is counted with; each further one takes the next. */
    private static final int STEPS = 4;

    private final CheckedModel model;
    private final Optional<Map<String, Polynomial>> nodes;
    private final String trouble;

    private Work(CheckedModel model, Optional<Map<String, Polynomial>> nodes, String trouble) {
        this.model = model;
        this.nodes = nodes;
        this.trouble = trouble;
    }

    static Work of(CheckedModel model, WorkCounter counter) {
        List<Variable> variables = new ArrayList<>(ParameterPolynomials.vocabularies(model));
        for (String axis : axes(model)) {
            variables.add(new Variable(axis, STEPS + variables.size(), 2));
        }
        try {
            Optional<Map<String, Polynomial>> found =
                    Interpolation.of(variables, DEGREE, sizes -> counter.count(model, sizes));
            return new Work(model, found, "they are no polynomial in the sizes and lengths");
        } catch (TendrilException failure) {
            return new Work(model, Optional.empty(), String.valueOf(failure.getMessage()));
        }
    }

    private static Set<String> axes(CheckedModel model) {
        Set<String> axes = new LinkedHashSet<>();
        model.fields().values().forEach(type -> type.axes().forEach(axis -> axes.add(WorkCounter.length(axis))));
        return axes;
    }

    /**
     * Rows of node, axis and amount: what a step of the axis costs, that of the node's output first; then the sums over all nodes. Nodes
     * without matrix products are left out.
     */
    List<List<String>> rows() {
        if (nodes.isEmpty()) {
            return List.of(List.of("not known: " + trouble));
        }
        List<List<String>> rows = new ArrayList<>();
        Map<String, Size> sums = new LinkedHashMap<>();
        for (String node : model.order()) {
            Map<String, Size> shares = shares(node);
            append(rows, node, shares);
            shares.forEach((axis, size) -> sums.merge(axis, size, Size::plus));
        }
        append(rows, "all", sums);
        return rows;
    }

    private static void append(List<List<String>> rows, String name, Map<String, Size> shares) {
        String title = name;
        for (Map.Entry<String, Size> share : shares.entrySet()) {
            String each = share.getKey().isEmpty() ? "for each example" : "for each step of " + share.getKey();
            rows.add(List.of(title, each, share.getValue().toString()));
            title = "";
        }
    }

    private Map<String, Size> shares(String node) {
        Polynomial polynomial = nodes.orElseThrow().get(node);
        return polynomial == null ? Map.of() : polynomial.shares(axesOf(node));
    }

    /** The axes of a node's outputs, then all others. */
    private List<String> axesOf(String node) {
        Set<String> axes = new LinkedHashSet<>();
        PortTypes outputs = model.outputs().getOrDefault(node, new PortTypes(Map.of()));
        outputs.types().values().stream()
                .flatMap(List::stream)
                .flatMap(type -> type.axes().stream())
                .forEach(axis -> axes.add(WorkCounter.length(axis)));
        axes.addAll(axes(model));
        return List.copyOf(axes);
    }
}
