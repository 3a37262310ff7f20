package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.NoState;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.Port;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.Optional;

/**
 * A node going through a sequence one step at a time.
 *
 * @param <S> what it carries; can be gathered and reordered by {@link dev.tendril.api.cell.States}
 */
@PluginImplemented
public interface Stepper<S extends CellState> {

    /**
     * Where it starts.
     *
     * @param inputs values at the ports other than the one that is stepped through
     * @param rows size of the batch
     */
    S initialState(Values inputs, int rows, Pass pass);

    /** One step; the input has one time axis less than the node's. */
    Stepped<S> step(Value input, S previous, Pass pass);

    /**
     * What a step gives.
     *
     * @param output the step's output, with one time axis less than the node's
     * @param state carried to the next step
     * @param alignment weights over the source, [B, S], if the node attends
     * @param <S> the carried state
     */
    record Stepped<S extends CellState>(Value output, S state, Optional<Tensor> alignment) {}

    /** The stepper of a node that treats every step alike and alone, such as an embedding or a linear layer. */
    static SequenceStepper<NoState> pointwise(Node node) {
        return new SequenceStepper<>() {
            @Override
            public NoState initialState(Values inputs, int rows, Pass pass) {
                return new NoState();
            }

            @Override
            public Stepped<NoState> step(Value input, NoState previous, Pass pass) {
                Value output = node.forward(Values.of(Port.INPUT, input), pass).get(Port.OUTPUT);
                return new Stepped<>(output, previous, Optional.empty());
            }

            @Override
            public Run<NoState> run(Value part, NoState before, Pass pass) {
                return new Run<>(node.forward(Values.of(Port.INPUT, part), pass).get(Port.OUTPUT), before);
            }
        };
    }
}
