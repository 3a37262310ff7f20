package dev.tendril.layers.cell;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.activation.Activations;
import dev.tendril.layers.initialization.Initializers;

/**
 * Simple recurrent cell (Elman 1990).
 * <pre>
 *   h′ = φ(U x + W h + b)
 * </pre>
 * φ is tanh by default. Shapes: {@code x [B, I]}, {@code h [B, H]}. Parameters: {@code hidden.U [H, I]}, {@code hidden.W [H, H]},
 * {@code hidden.b [H]}.
 */
public final class RnnCell implements Cell<RnnCell.State> {
    private final int units;
    private final Gate hidden;
    private final Activation activation;

    RnnCell(Parameters parameters, CellContext context) {
        this.units = parameters.units();
        Gate.Weights weights = new Gate.Weights(
                context.create(parameters.inputInitializer(), "input_initializer"),
                context.create(parameters.stateInitializer(), "state_initializer"));
        this.hidden = new Gate(context, "hidden", units, weights);
        this.activation = context.create(parameters.activation(), "activation");
    }

    /**
     * What is carried from step to step.
     *
     * @param h the hidden state, [B, H]
     */
    public record State(Tensor h) implements CellState {}

    /**
     * Parameters of {@link RnnCell}.
     *
     * @param units H
     * @param activation φ
     * @param inputInitializer first values of the weights on the input
     * @param stateInitializer first values of the weights on the state
     */
    public record Parameters(
            @Param("Hidden units.") @Range(min = 1) int units,

            @Param("Function of the new hidden state.") @Default("tanh")
            ComponentRef<Activation> activation,

            @Param("First values of the weights on the input.") @Default("xavier_uniform")
            ComponentRef<Initializer> inputInitializer,

            @Param("First values of the weights on the state.") @Default("orthogonal")
            ComponentRef<Initializer> stateInitializer) {

        /** So many hidden units, everything else by default. */
        public Parameters(int units) {
            this(units, Activations.tanh(), Initializers.xavierUniform(), Initializers.orthogonal());
        }
    }

    @Override
    public State initialState(int batch, Pass pass) {
        return new State(pass.zeros(Shape.of(batch, units)));
    }

    @Override
    public State step(Tensor x, State previous) {
        return new State(activation.apply(hidden.of(x, previous.h())));
    }

    @Override
    public Tensor output(State state) {
        return state.h();
    }

    static final class Provider implements CellProvider<Parameters> {
        @Override
        public String name() {
            return "rnn";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Simple recurrent cell with a chosen activation (Elman 1990).";
        }

        @Override
        public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
            return parameters.units();
        }

        @Override
        public Cell<?> create(Parameters parameters, CellContext context) {
            return new RnnCell(parameters, context);
        }
    }
}
