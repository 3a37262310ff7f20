package dev.tendril.layers.cell;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.Exposed;
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
import java.util.List;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997) with a forget gate (Gers et al. 2000).
 * <pre>
 *   i = σ(U_i x + W_i h + b_i)      input gate
 *   f = σ(U_f x + W_f h + b_f)      forget gate: 1 keeps the cell state
 *   g = tanh(U_g x + W_g h + b_g)   new content
 *   o = σ(U_o x + W_o h + b_o)      output gate
 *   c′ = f ⊙ c + i ⊙ g
 *   h′ = o ⊙ tanh(c′)
 * </pre>
 * b_f starts at 1 (Jozefowicz et al. 2015). Shapes: {@code x [B, I]}, {@code h [B, H]}, {@code c [B, H]}. Parameters U [H, I], W [H, H]
 * and b [H] of {@code input}, {@code forget}, {@code content} and {@code output}.
 */
public final class LstmCell implements Cell<LstmCell.State> {
    private final int units;
    private final Gate input;
    private final Gate forget;
    private final Gate content;
    private final Gate output;

    LstmCell(Parameters parameters, CellContext context) {
        this.units = parameters.units();
        Gate.Weights weights = new Gate.Weights(
                context.create(parameters.inputInitializer(), "input_initializer"),
                context.create(parameters.stateInitializer(), "state_initializer"));
        this.input = new Gate(context, "input", units, weights);
        this.forget = new Gate(context, "forget", units, weights, parameters.forgetBias());
        this.content = new Gate(context, "content", units, weights);
        this.output = new Gate(context, "output", units, weights);
    }

    /**
     * What is carried from step to step.
     *
     * @param h the hidden state, [B, H]
     * @param c the cell state, [B, H]
     */
    public record State(Tensor h, Tensor c) implements CellState {}

    /**
     * Parameters of {@link LstmCell}.
     *
     * @param units H
     * @param forgetBias first value of b_f
     * @param inputInitializer first values of the weights on the input
     * @param stateInitializer first values of the weights on the state
     */
    public record Parameters(
            @Param("Hidden units.") @Range(min = 1) int units,

            @Param("First value of the forget gate's bias.") @Default("1.0")
            double forgetBias,

            @Param("First values of the weights on the input.") @Default("xavier_uniform")
            ComponentRef<Initializer> inputInitializer,

            @Param("First values of the weights on the state.") @Default("orthogonal")
            ComponentRef<Initializer> stateInitializer) {

        /** So many hidden units, everything else by default. */
        public Parameters(int units) {
            this(units, 1, Initializers.xavierUniform(), Initializers.orthogonal());
        }
    }

    @Override
    public State initialState(int batch, Pass pass) {
        return new State(pass.zeros(Shape.of(batch, units)), pass.zeros(Shape.of(batch, units)));
    }

    @Override
    public State step(Tensor x, State previous) {
        Tensor h = previous.h();
        Tensor i = input.of(x, h).sigmoid();
        Tensor f = forget.of(x, h).sigmoid();
        Tensor g = content.of(x, h).tanh();
        Tensor o = output.of(x, h).sigmoid();
        Tensor c = f.times(previous.c()).plus(i.times(g));
        return new State(o.times(c.tanh()), c);
    }

    @Override
    public Tensor output(State state) {
        return state.h();
    }

    @Override
    public List<Exposed<State>> startable() {
        return List.of(
                new Exposed<>(State::h, (state, h) -> new State(h, state.c())),
                new Exposed<>(State::c, (state, c) -> new State(state.h(), c)));
    }

    static final class Provider implements CellProvider<Parameters> {
        @Override
        public String name() {
            return "lstm";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Long short-term memory with a forget gate (Hochreiter and Schmidhuber 1997, Gers et al. 2000).";
        }

        @Override
        public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
            return parameters.units();
        }

        @Override
        public Cell<?> create(Parameters parameters, CellContext context) {
            return new LstmCell(parameters, context);
        }
    }
}
