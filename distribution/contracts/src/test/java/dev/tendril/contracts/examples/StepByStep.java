package dev.tendril.contracts.examples;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.data.Batch;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.model.ModelParts;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.wiring.Graph;
import dev.tendril.runtime.wiring.InterceptedGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what the nodes of a model say about whole sequences with what they say step by step, each on the values that arrive at it.
 *
 * @param compared names of the nodes that go step by step
 * @param differing those whose steps differ from the whole in any bit of a real step
 */
record StepByStep(List<String> compared, List<String> differing) {

    static StepByStep of(ModelParts parts, Batch batch) {
        StepByStep result = new StepByStep(new ArrayList<>(), new ArrayList<>());
        try (Pass pass = parts.engine().open(PassOptions.inference())) {
            arriving(parts, batch, pass)
                    .forEach(
                            (name, inputs) -> result.compare(name, parts.graph().node(name), inputs, pass));
        }
        return result;
    }

    private static Map<String, Values> arriving(ModelParts parts, Batch batch, Pass pass) {
        Map<String, Values> arriving = new LinkedHashMap<>();
        Graph watched = InterceptedGraph.of(parts.graph(), parts.checked().spec(), (node, inputs, in) -> {
            arriving.put(node, inputs);
            return inputs;
        });
        for (NodeSpec head : watched.heads()) {
            watched.evaluate(batch.fields(), pass).loss(head.name());
        }
        return arriving;
    }

    private void compare(String name, Node node, Values inputs, Pass pass) {
        if (node instanceof Head.Generating head) {
            Sequence whole = head.forward(inputs, pass).sequence(Port.OUTPUT);
            note(name, whole, generated(head.stepModel(without(inputs, Port.TARGET), pass), inputs, whole));
        } else if (node.stepper().isPresent() && inputs.get(Port.INPUT).levels() == 1) {
            Sequence whole = node.forward(inputs, pass).sequence(Port.OUTPUT);
            note(name, whole, stepped(node.stepper().get(), inputs, pass));
        }
    }

    private void note(String name, Sequence whole, List<Tensor> steps) {
        compared.add(name);
        Lengths lengths = whole.lengths().get(0);
        for (int t = 0; t < steps.size(); t++) {
            for (int row = 0; row < whole.rows(); row++) {
                Ids at = Ids.row(row);
                if (t < lengths.at(row)
                        && !Arrays.equals(
                                whole.values().at(1, t).gather(at).toDoubles(),
                                steps.get(t).gather(at).toDoubles())) {
                    differing.add(name + ", row " + row + ", step " + t);
                }
            }
        }
    }

    /** The log-probabilities of every next token, given the right ones before. */
    private static <S extends CellState> List<Tensor> generated(StepModel<S> model, Values inputs, Sequence whole) {
        IdSequence target = inputs.ids(Port.TARGET);
        int[] tokens = new int[whole.rows()];
        Arrays.fill(tokens, model.begin());
        S state = model.rows() == whole.rows()
                ? model.start()
                : States.gather(model.start(), Ids.row(new int[whole.rows()])); // given nothing: one row for all
        List<Tensor> steps = new ArrayList<>();
        for (int t = 0; t < whole.shape().size(1); t++) {
            StepModel.Scored<S> scored = model.step(Ids.row(tokens), state);
            steps.add(scored.logProbabilities());
            state = scored.state();
            if (t < target.shape().size(1)) {
                tokens = column(target.ids(), t);
            }
        }
        return steps;
    }

    private static <S extends CellState> List<Tensor> stepped(Stepper<S> stepper, Values inputs, Pass pass) {
        Value source = inputs.get(Port.INPUT);
        S state = stepper.initialState(without(inputs, Port.INPUT), source.rows(), pass);
        List<Tensor> steps = new ArrayList<>();
        for (int t = 0; t < source.shape().size(1); t++) {
            Value x = source instanceof IdSequence ids
                    ? IdSequence.single(column(ids.ids(), t))
                    : Sequence.vector(((Sequence) source).values().at(1, t));
            Stepper.Stepped<S> stepped = stepper.step(x, state, pass);
            steps.add(((Sequence) stepped.output()).values());
            state = stepped.state();
        }
        return steps;
    }

    private static int[] column(Ids ids, int t) {
        int steps = ids.shape().size(1);
        int[] column = new int[ids.shape().size(0)];
        for (int row = 0; row < column.length; row++) {
            column[row] = ids.at(row * steps + t);
        }
        return column;
    }

    private static Values without(Values inputs, String port) {
        Map<String, List<Value>> rest = new LinkedHashMap<>(inputs.values());
        rest.remove(port);
        return new Values(rest);
    }
}
