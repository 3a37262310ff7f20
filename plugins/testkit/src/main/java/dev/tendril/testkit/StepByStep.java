package dev.tendril.testkit;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
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
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what a node says about whole sequences with what it says step by step, its state's rows chosen anew after every step as a
 * beam chooses them.
 */
public final class StepByStep {
    private StepByStep() {}

    /** Whether a node goes step by step over these values: it generates, or has a stepper and one time axis to go along. */
    public static boolean possible(Node node, Values inputs) {
        return node instanceof Head.Generating
                || (node.stepper().isPresent() && inputs.get(Port.INPUT).levels() == 1);
    }

    /**
     * The real steps that differ in any bit from the whole, in words; none for a node that does not go step by step.
     *
     * @param inputs values at all ports, a head's target included
     */
    public static List<String> differences(Node node, Values inputs, Pass pass) {
        if (!possible(node, inputs)) {
            return List.of();
        }
        Sequence whole = node.forward(inputs, pass).sequence(Port.OUTPUT);
        Optional<Stepper<?>> stepper = node.stepper();
        List<Tensor> steps = node instanceof Head.Generating head
                ? generated(head.stepModel(without(inputs, Port.TARGET), pass), inputs, whole)
                : stepped(stepper.orElseThrow(), inputs, pass);
        return compared(whole, steps);
    }

    static void check(Node node, Values inputs, Pass pass) {
        Failures.failIf(differences(node, inputs, pass), "a sequence is its steps (compared bit by bit)");
    }

    private static List<String> compared(Sequence whole, List<Tensor> steps) {
        List<String> problems = new ArrayList<>();
        Lengths lengths = whole.lengths().get(0);
        for (int t = 0; t < steps.size(); t++) {
            for (int row = 0; row < whole.rows(); row++) {
                Ids at = Ids.row(row);
                double[] expected = whole.values().at(1, t).gather(at).toDoubles();
                double[] actual = steps.get(t).gather(at).toDoubles();
                if (t < lengths.at(row) && !Arrays.equals(expected, actual)) {
                    problems.add("row " + row + ", step " + t + " is " + Arrays.toString(expected)
                            + " in the whole and " + Arrays.toString(actual) + " step by step");
                }
            }
        }
        return problems;
    }

    /** The rows in an order that changes from step to step: reversed after each. */
    private static Ids turned(int rows) {
        int[] order = new int[rows];
        Arrays.setAll(order, row -> rows - 1 - row);
        return Ids.row(order);
    }

    private static Tensor ordered(Tensor tensor, int step) {
        return step % 2 == 0 ? tensor : tensor.gather(turned(tensor.shape().size(0)));
    }

    private static int[] ordered(int[] ids, int step) {
        int[] order = ids.clone();
        for (int i = 0; step % 2 == 1 && i < ids.length; i++) {
            order[i] = ids[ids.length - 1 - i];
        }
        return order;
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
            StepModel.Scored<S> scored = model.step(Ids.row(ordered(tokens, t)), state);
            steps.add(ordered(scored.logProbabilities(), t));
            state = States.gather(scored.state(), turned(whole.rows()));
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
                    ? IdSequence.single(ordered(column(ids.ids(), t), t))
                    : Sequence.vector(ordered(((Sequence) source).values().at(1, t), t));
            Stepper.Stepped<S> stepped = stepper.step(x, state, pass);
            steps.add(ordered(((Sequence) stepped.output()).values(), t));
            state = States.gather(stepped.state(), turned(source.rows()));
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
