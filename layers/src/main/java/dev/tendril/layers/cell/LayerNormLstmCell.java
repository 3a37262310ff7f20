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
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.normalization.LayerNorm;
import java.util.Arrays;
import java.util.List;

/**
 * Long short-term memory with layer normalisation of the pre-activations (Ba et al. 2016, equations 20 to 22).
 * <pre>
 *   (i, f, g, o) = LN(W h; α₁, β₁) + LN(U x; α₂, β₂) + b     one normalisation over all 4H numbers
 *   c′ = σ(f) ⊙ c + σ(i) ⊙ tanh(g)
 *   h′ = σ(o) ⊙ tanh(LN(c′; α₃, β₃))
 * </pre>
 * Shapes: {@code x [B, I]}, {@code h [B, H]}, {@code c [B, H]}. Parameters, packed in the order i, f, g, o: {@code U [4H, I]},
 * {@code W [4H, H]}, {@code b [4H]}; {@code gain} (α) and {@code bias} (β) of {@code state_norm [4H]}, {@code input_norm [4H]} and
 * {@code cell_norm [H]}. The part of b that belongs to f starts at 1.
 */
public final class LayerNormLstmCell implements Cell<LayerNormLstmCell.State> {
    private final int units;
    private final Parameter inputWeight;
    private final Parameter stateWeight;
    private final Parameter bias;
    private final LayerNorm stateNorm;
    private final LayerNorm inputNorm;
    private final LayerNorm cellNorm;

    LayerNormLstmCell(Parameters parameters, CellContext context) {
        this.units = parameters.units();
        Gate.Weights weights = new Gate.Weights(
                context.create(parameters.inputInitializer(), "input_initializer"),
                context.create(parameters.stateInitializer(), "state_initializer"));
        int packed = 4 * units;
        double epsilon = parameters.epsilon();
        this.inputWeight = context.parameter("U", Shape.of(packed, context.inputSize()), perGate(weights.input()));
        this.stateWeight = context.parameter("W", Shape.of(packed, units), perGate(weights.state()));
        this.bias = context.parameter("b", Shape.of(packed), forgetBias(parameters));
        this.stateNorm = new LayerNorm(context.scope("state_norm"), packed, epsilon);
        this.inputNorm = new LayerNorm(context.scope("input_norm"), packed, epsilon);
        this.cellNorm = new LayerNorm(context.scope("cell_norm"), units, epsilon);
    }

    /**
     * What is carried from step to step.
     *
     * @param h the hidden state, [B, H]
     * @param c the cell state, [B, H]
     */
    public record State(Tensor h, Tensor c) implements CellState {}

    /**
     * Parameters of {@link LayerNormLstmCell}.
     *
     * @param units H
     * @param forgetBias first value of the part of b that belongs to f
     * @param epsilon added to the variance of every normalisation
     * @param inputInitializer first values of the weights on the input
     * @param stateInitializer first values of the weights on the state
     */
    public record Parameters(
            @Param("Hidden units.") @Range(min = 1) int units,

            @Param("First value of the forget gate's bias.") @Default("1.0")
            double forgetBias,

            @Param("Added to the variance, so that it is never 0.")
            @Default("1e-5")
            @Range(min = 0, minExclusive = true)
            double epsilon,

            @Param("First values of the weights on the input.") @Default("xavier_uniform")
            ComponentRef<Initializer> inputInitializer,

            @Param("First values of the weights on the state.") @Default("orthogonal")
            ComponentRef<Initializer> stateInitializer) {

        /** So many hidden units, everything else by default. */
        public Parameters(int units) {
            this(units, 1, 1e-5, Initializers.xavierUniform(), Initializers.orthogonal());
        }
    }

    @Override
    public State initialState(int batch, Pass pass) {
        return new State(pass.zeros(Shape.of(batch, units)), pass.zeros(Shape.of(batch, units)));
    }

    @Override
    public State step(Tensor x, State previous) {
        Tensor gates = stateNorm
                .apply(previous.h().linear(stateWeight))
                .plus(inputNorm.apply(x.linear(inputWeight)))
                .plus(bias); // [B, 4H]
        Tensor i = gate(gates, 0).sigmoid(); // [B, H]
        Tensor f = gate(gates, 1).sigmoid();
        Tensor g = gate(gates, 2).tanh();
        Tensor o = gate(gates, 3).sigmoid();
        Tensor c = f.times(previous.c()).plus(i.times(g));
        return new State(o.times(cellNorm.apply(c).tanh()), c);
    }

    private Tensor gate(Tensor gates, int number) {
        return gates.slice(-1, number * units, (number + 1) * units);
    }

    /** The weight of each gate starts as a weight of its own. */
    private static Initializer perGate(Initializer initializer) {
        return (shape, draw) -> {
            Shape one = shape.with(0, shape.size(0) / 4);
            double[] values = new double[Math.toIntExact(shape.elements())];
            for (int gate = 0; gate < 4; gate++) {
                Initializer.Draw own =
                        new Initializer.Draw(draw.random(), draw.key().with(gate), draw.linearAlgebra());
                double[] part = initializer.values(one, own);
                System.arraycopy(part, 0, values, gate * part.length, part.length);
            }
            return values;
        };
    }

    private static Initializer forgetBias(Parameters parameters) {
        return (shape, draw) -> {
            double[] values = new double[4 * parameters.units()];
            Arrays.fill(values, parameters.units(), 2 * parameters.units(), parameters.forgetBias());
            return values;
        };
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
            return "lstm_layer_norm";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "LSTM whose pre-activations and cell state are layer-normalised (Ba et al. 2016).";
        }

        @Override
        public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
            return parameters.units();
        }

        @Override
        public Cell<?> create(Parameters parameters, CellContext context) {
            return new LayerNormLstmCell(parameters, context);
        }
    }
}
