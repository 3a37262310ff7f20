package dev.tendril.layers.cell;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
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
import dev.tendril.layers.initialization.Initializers;

/**
 * Gated recurrent unit, reset gate applied before the recurrent product (Cho et al. 2014).
 * <pre>
 *   u = σ(U_u x + W_u h + b_u)            update gate: 1 takes the new content
 *   r = σ(U_r x + W_r h + b_r)            reset gate
 *   n = tanh(U_n x + W_n (r ⊙ h) + b_n)   new content
 *   h′ = (1 − u) ⊙ h + u ⊙ n
 * </pre>
 * Shapes: {@code x [B, I]}, {@code h [B, H]}. Parameters U [H, I], W [H, H] and b [H] of {@code update}, {@code reset} and
 * {@code content}.
 */
public final class GruCell implements Cell<GruCell.State> {
    private final int units;
    private final Gate update;
    private final Gate reset;
    private final Gate content;

    GruCell(Parameters parameters, CellContext context) {
        this.units = parameters.units();
        Gate.Weights weights = new Gate.Weights(
                context.create(parameters.inputInitializer(), "input_initializer"),
                context.create(parameters.stateInitializer(), "state_initializer"));
        this.update = new Gate(context, "update", units, weights);
        this.reset = new Gate(context, "reset", units, weights);
        this.content = new Gate(context, "content", units, weights);
    }

    /**
     * What is carried from step to step.
     *
     * @param h the hidden state, [B, H]
     */
    public record State(Tensor h) implements CellState {}

    /**
     * Parameters of {@link GruCell}.
     *
     * @param units H
     * @param inputInitializer first values of the weights on the input
     * @param stateInitializer first values of the weights on the state
     */
    public record Parameters(
            @Param("Hidden units.") @Range(min = 1) int units,

            @Param("First values of the weights on the input.") @Default("xavier_uniform")
            ComponentRef<Initializer> inputInitializer,

            @Param("First values of the weights on the state.") @Default("orthogonal")
            ComponentRef<Initializer> stateInitializer) {

        /** So many hidden units, everything else by default. */
        public Parameters(int units) {
            this(units, Initializers.xavierUniform(), Initializers.orthogonal());
        }
    }

    @Override
    public State initialState(int batch, Pass pass) {
        return new State(pass.zeros(Shape.of(batch, units)));
    }

    @Override
    public State step(Tensor x, State previous) {
        Tensor h = previous.h();
        Tensor u = update.of(x, h).sigmoid();
        Tensor r = reset.of(x, h).sigmoid();
        Tensor n = content.of(x, r.times(h)).tanh();
        return new State(u.oneMinus().times(h).plus(u.times(n)));
    }

    @Override
    public Tensor output(State state) {
        return state.h();
    }

    static final class Provider implements CellProvider<Parameters> {
        @Override
        public String name() {
            return "gru";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Gated recurrent unit, reset gate before the recurrent product (Cho et al. 2014).";
        }

        @Override
        public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
            return parameters.units();
        }

        @Override
        public Cell<?> create(Parameters parameters, CellContext context) {
            return new GruCell(parameters, context);
        }
    }
}
