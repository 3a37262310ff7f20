package dev.tendril.layers.steps;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.SequenceStepper;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import java.util.Optional;

/**
 * The recurrent network of a decoder: a stack of cells, which may look into a memory, start from a vector, and see a context at every
 * step. It is one cell, so that whole sequences (an unroll) and single steps compute the same.
 *
 * <p>Ports: {@code input}, the sequence of vectors; {@code memory}, the sequence that attention looks into; {@code initial}, a vector
 * from which every startable tensor of the state starts as tanh(U v + b); {@code context}, a vector that joins the input of every step.
 *
 * <p>Output [B, T, D], what a readout needs: the state's output; after it, with attention before the step, what was seen; after that the
 * context. With attention after the step, the attentional vector stands in place of the state's output.
 */
public final class RecurrentSteps implements Node {
    /** The port of what attention looks into. */
    public static final String MEMORY = "memory";

    /** The port of the vector that the state starts from. */
    public static final String INITIAL = "initial";

    /** The port of the vector that every step sees. */
    public static final String CONTEXT = "context";

    private final ConditionedCell<?> cell;

    RecurrentSteps(ConditionedCell<?> cell) {
        this.cell = cell;
    }

    @Override
    public Values forward(Values inputs, Pass pass) {
        return run(cell, inputs, pass);
    }

    @Override
    public Optional<Stepper<?>> stepper() {
        return Optional.of(new Steps<>(cell));
    }

    private static <S extends CellState> Values run(ConditionedCell<S> cell, Values inputs, Pass pass) {
        Sequence input = inputs.sequence(Port.INPUT);
        S start = cell.start(inputs, input.rows(), pass);
        return Values.of(Port.OUTPUT, new Steps<>(cell).run(input, start, pass).output());
    }

    /**
     * Step by step.
     *
     * @param cell that steps
     * @param <S> its state
     */
    private record Steps<S extends CellState>(ConditionedCell<S> cell) implements SequenceStepper<S> {
        @Override
        public S initialState(Values inputs, int rows, Pass pass) {
            return cell.start(inputs, rows, pass);
        }

        @Override
        public Stepped<S> step(Value input, S previous, Pass pass) {
            var stepped = pass.engine().step(cell, ((Sequence) input).in(pass).values(), previous);
            return new Stepped<>(Sequence.vector(stepped.output()), stepped.state(), cell.alignment(stepped.state()));
        }

        @Override
        public Run<S> run(Value part, S before, Pass pass) {
            Unrolled<S> unrolled =
                    pass.engine().unroll(cell, ((Sequence) part).in(pass), before, UnrollOptions.forward());
            return new Run<>(unrolled.outputs(), unrolled.last());
        }
    }
}
