package dev.tendril.tensor;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.operation.Append;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs a cell's step once on values without numbers, and writes down what it does. */
final class Tracer {
    private Tracer() {}

    /**
     * Traces one step.
     *
     * @param x shape of the input, [B, I]; all traced values have as many rows
     * @param example a state of the structure and, but for its rows, the shapes that the step will meet; its numbers are not read
     * @param training what the pass answers if the step asks
     */
    static <S extends CellState> Trace<S> trace(
            TendrilEngine engine, Cell<S> cell, Shape x, S example, boolean training) {
        try (TracingPass pass = new TracingPass(engine, training)) {
            PassTensor input = pass.input(x);
            S previous = States.map(example, new Symbols(pass, x.size(0)));
            S next = cell.step(input, previous);
            Tensor output = cell.output(next);
            List<Instruction> instructions = pass.instructions();
            return new Trace<>(instructions, kinds(previous, next, instructions), next, output, pass.slots());
        }
    }

    /** Replaces numbers by values of the trace, in the order of the state. */
    private static final class Symbols implements States.Mapper {
        private final TracingPass pass;
        private final int rows;
        private int noises;

        Symbols(TracingPass pass, int rows) {
            this.pass = pass;
            this.rows = rows;
        }

        @Override
        public Tensor tensor(Tensor tensor) {
            return pass.input(tensor.shape().with(0, rows));
        }

        @Override
        public Noise noise(Noise noise) {
            return new TracedNoise(pass, new Instruction.Draw.Source(noises++, rows, 0));
        }
    }

    private static List<Trace.Kind> kinds(CellState previous, CellState next, List<Instruction> instructions) {
        List<Tensor> before = States.tensors(previous);
        List<Tensor> after = States.tensors(next);
        if (before.size() != after.size()) {
            throw new IllegalStateException("a step of " + next.getClass().getName() + " made a state of "
                    + after.size() + " tensors out of one of " + before.size());
        }
        Set<List<Tensor>> appended = appended(instructions);
        List<Trace.Kind> kinds = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) == after.get(i)) {
                kinds.add(Trace.Kind.CONSTANT);
            } else {
                boolean growing = appended.contains(List.of(before.get(i), after.get(i)));
                kinds.add(growing ? Trace.Kind.GROWING : Trace.Kind.CARRIED);
            }
        }
        return List.copyOf(kinds);
    }

    /** The pairs (tensor, tensor with a step appended), by identity. */
    private static Set<List<Tensor>> appended(List<Instruction> instructions) {
        Set<List<Tensor>> pairs = new HashSet<>();
        for (Instruction instruction : instructions) {
            if (instruction instanceof Instruction.Apply apply && apply.operation() instanceof Append) {
                pairs.add(List.of(apply.operands().get(0), apply.output()));
            }
        }
        return pairs;
    }
}
