package dev.tendril.runtime.wiring;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Values;
import dev.tendril.api.layer.Windowed;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.LossValue;
import dev.tendril.runtime.spec.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One evaluation of a graph in one pass. A node is computed when something first needs it, and once; nodes that nothing needs are
 * not. Used by one thread.
 */
public final class Evaluation {
    private final Graph graph;
    private final Map<String, Value> fields;
    private final Pass pass;
    private final Map<String, Values> outputs = new HashMap<>();

    Evaluation(Graph graph, Map<String, Value> fields, Pass pass) {
        this.graph = graph;
        this.fields = Map.copyOf(fields);
        this.pass = pass;
    }

    /** The loss of a head. */
    public LossValue loss(String head) {
        Values inputs = inputs(head, true);
        return graph.vertex(head).ask(Head.class, node -> new LossValue(node.loss(inputs, pass), weight(node, inputs)));
    }

    /** Number of steps that windows of a head's loss divide. */
    public int windowedSteps(String head) {
        Values inputs = inputs(head, true);
        return graph.vertex(head).ask(Head.class, node -> windowed(head, node).steps(inputs.get(Port.TARGET)));
    }

    /**
     * The loss of a head on a window, going on from the window before.
     *
     * @param before what the window before gave; nothing before the first
     */
    public WindowLoss loss(String head, Windowed.Window window, List<Tensor> before) {
        Values inputs = inputs(head, true);
        return graph.vertex(head).ask(Head.class, node -> loss(windowed(head, node), inputs, window, before));
    }

    /**
     * The loss of a window.
     *
     * @param loss over its real steps
     * @param carried into the next window: copies that belong to no pass
     */
    public record WindowLoss(LossValue loss, List<Tensor> carried) {}

    private <S extends CellState> WindowLoss loss(
            Windowed<S> windowed, Values inputs, Windowed.Window window, List<Tensor> before) {
        S start = windowed.start(inputs, pass);
        Iterator<Tensor> next = before.iterator();
        S resumed = before.isEmpty() ? start : States.mapTensors(start, fresh -> pass.attach(next.next()));
        Windowed.Part<S> part = windowed.loss(inputs, window, resumed, pass);
        return new WindowLoss(
                new LossValue(part.loss(), part.weight()),
                States.tensors(part.after()).stream().map(Tensor::copy).toList());
    }

    private static Windowed<?> windowed(String name, Head head) {
        Optional<Windowed<?>> windowed =
                head instanceof Head.Predicting predicting ? predicting.windowed() : Optional.empty();
        return windowed.orElseThrow(() -> new IllegalStateException(
                "head '" + name + "', " + head.getClass().getName() + ", computes no losses of windows"));
    }

    /** The weight of a head's loss; computes nothing but the target, if a node gives it. */
    public double lossWeight(String head) {
        List<Edge> edges = graph.vertex(head).spec().from().getOrDefault(Port.TARGET, List.of());
        Values target = edges.isEmpty()
                ? Values.none()
                : new Values(Map.of(Port.TARGET, edges.stream().map(this::value).toList()));
        return graph.vertex(head).ask(Head.class, node -> weight(node, target));
    }

    /** Of a penalty the number of examples, else what the target weighs. */
    private double weight(Head head, Values inputs) {
        return head instanceof Head.Predicting predicting
                ? predicting.lossWeight(inputs.get(Port.TARGET))
                : fields.values().stream().mapToInt(Value::rows).max().orElse(0);
    }

    /** The output of a scoring head, without its target. */
    public Sequence scores(String head) {
        Values inputs = inputs(head, false);
        return graph.vertex(head)
                .ask(Head.Scoring.class, node -> node.forward(inputs, pass).sequence(Port.OUTPUT));
    }

    /** The model of the next token of a generating head. */
    public StepModel<?> stepModel(String head) {
        Values inputs = inputs(head, false);
        return graph.vertex(head).ask(Head.Generating.class, node -> node.stepModel(inputs, pass));
    }

    /** The ids of a field. */
    public IdSequence ids(String field) {
        if (fields.get(field) instanceof IdSequence ids) {
            return ids;
        }
        throw new IllegalArgumentException("no ids in field '" + field + "' among " + fields.keySet());
    }

    /** Whether a head is given nothing but its target. */
    public boolean unconditional(String head) {
        return graph.unconditional(head);
    }

    /** What a node gives. */
    Values outputs(String node) {
        Values known = outputs.get(node);
        if (known != null) {
            return known;
        }
        Values inputs = inputs(node, false);
        pass.cancellation().throwIfCancelled();
        Values computed = graph.vertex(node).ask(Node.class, each -> each.forward(inputs, pass));
        outputs.put(node, computed);
        return computed;
    }

    /** What stands at the ports of a node; at {@code target} only if it is wanted. */
    private Values inputs(String node, boolean target) {
        Map<String, List<Value>> values = new LinkedHashMap<>();
        graph.vertex(node).spec().from().forEach((port, edges) -> {
            if (target || !graph.vertex(node).spec().head() || !port.equals(Port.TARGET)) {
                List<Value> found = new ArrayList<>();
                edges.forEach(edge -> found.add(value(edge)));
                values.put(port, found);
            }
        });
        return new Values(values);
    }

    private Value value(Edge edge) {
        Value field = fields.get(edge.source());
        if (field != null) {
            return field instanceof Sequence numbers ? numbers.with(pass.attach(numbers.values())) : field;
        }
        return outputs(edge.source()).get(edge.output());
    }
}
