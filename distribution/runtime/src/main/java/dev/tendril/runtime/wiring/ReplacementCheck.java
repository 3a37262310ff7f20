package dev.tendril.runtime.wiring;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.spec.NodeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks that a node which the embedding program brings fits where it stands. A node does not declare its types, so it is asked to
 * compute: two rows of zeros, of three steps and of one, go in, and what comes out must have the axes and sizes of the node that it
 * replaces.
 */
final class ReplacementCheck {
    private static final int[] LENGTHS = {3, 1};

    private final CheckedModel model;
    private final Engine engine;

    ReplacementCheck(CheckedModel model, Engine engine) {
        this.model = model;
        this.engine = engine;
    }

    /** What is wrong with a replacement, if anything. */
    Optional<Diagnostic> problem(String name, Node node) {
        NodeSpec spec = model.spec().nodes().get(name);
        if (spec != null && spec.head()) {
            return headProblem(name, spec, node);
        }
        PortTypes inputs = model.inputs().getOrDefault(name, new PortTypes(Map.of()));
        PortTypes outputs = model.outputs().getOrDefault(name, new PortTypes(Map.of()));
        try (Pass pass = engine.open(PassOptions.inference())) {
            Values computed = node.forward(zeros(inputs, pass), pass);
            return difference(outputs, computed).map(what -> mismatch(name, what));
        } catch (RuntimeException failure) {
            return Optional.of(
                    mismatch(name, "it fails on inputs " + described(inputs) + " with: " + failure.getMessage()));
        }
    }

    private Optional<Diagnostic> headProblem(String name, NodeSpec spec, Node node) {
        if (spec.predicts()) {
            return node instanceof Head.Predicting
                    ? Optional.empty()
                    : Optional.of(mismatch(name, "it is no head with a target, and the model predicts there"));
        }
        return node instanceof Head.Penalizing
                ? Optional.empty()
                : Optional.of(mismatch(name, "it is no head without a target, and one adds to the model's loss there"));
    }

    private static Optional<String> difference(PortTypes expected, Values actual) {
        for (Map.Entry<String, List<EdgeType>> port : expected.types().entrySet()) {
            EdgeType type = port.getValue().get(0);
            Optional<Value> value = actual.find(port.getKey());
            if (value.isEmpty()) {
                return Optional.of("it has no output '" + port.getKey() + "'");
            }
            if (!fits(type, value.get())) {
                return Optional.of("its output '" + port.getKey() + "' is " + described(value.get())
                        + " where the graph wants " + type);
            }
        }
        return Optional.empty();
    }

    private static boolean fits(EdgeType type, Value value) {
        if (value.levels() != type.levels() || value.rows() != LENGTHS.length) {
            return false;
        }
        if (!(type.element() instanceof Element.Real real)) {
            return value instanceof IdSequence;
        }
        List<Long> wanted = real.sizes().stream().map(Size::value).toList();
        List<Long> found = new ArrayList<>();
        for (int axis = value.levels() + 1; axis < value.shape().rank(); axis++) {
            found.add((long) value.shape().size(axis));
        }
        return value instanceof Sequence && found.equals(wanted);
    }

    private static Values zeros(PortTypes types, Pass pass) {
        Map<String, List<Value>> values = new LinkedHashMap<>();
        types.types().forEach((port, edges) -> {
            if (!port.equals(Port.TARGET)) {
                values.put(port, edges.stream().map(type -> zeros(type, pass)).toList());
            }
        });
        return new Values(values);
    }

    private static Value zeros(EdgeType type, Pass pass) {
        int rows = LENGTHS.length;
        int longest = LENGTHS[0];
        Shape shape = Shape.of(rows);
        List<Lengths> lengths = new ArrayList<>();
        for (int level = 0; level < type.levels(); level++) {
            shape = shape.append(longest);
            lengths.add(level == 0 ? Lengths.of(LENGTHS) : Lengths.all(rows * longest, longest));
        }
        if (type.element() instanceof Element.Real real) {
            for (Size size : real.sizes()) {
                shape = shape.append(size.intValue());
            }
            return new Sequence(pass.zeros(shape), lengths);
        }
        return new IdSequence(Ids.of(shape, new int[Math.toIntExact(shape.elements())]), lengths);
    }

    private static Diagnostic mismatch(String name, String what) {
        return new Diagnostic(
                Code.KIND_MISMATCH.id(),
                Diagnostic.Severity.ERROR,
                "the node that a module binds for '" + name + "' does not fit: " + what,
                Optional.empty(),
                "",
                List.of("remedy: bind a node with the inputs and outputs of the one it replaces"));
    }

    private static String described(PortTypes types) {
        return types.types().entrySet().stream()
                .map(port -> port.getKey() + ": " + port.getValue().get(0))
                .collect(Collectors.joining(", "));
    }

    private static String described(Value value) {
        return (value instanceof Sequence ? "numbers" : "ids") + " of shape " + value.shape() + " with "
                + value.levels() + " time axes";
    }
}
