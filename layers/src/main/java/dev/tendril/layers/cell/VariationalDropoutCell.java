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
import dev.tendril.api.spi.Remark;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * Variational dropout of a recurrence: the same units of the input and of the exposed tensor of any cell are dropped at every step of a
 * sequence (Gal and Ghahramani 2016).
 * <pre>
 *   z_x ~ Bernoulli(1 − p_x) / (1 − p_x),  z_h ~ Bernoulli(1 − p_h) / (1 − p_h)     once a sequence; 1 outside training
 *   s′ = step(z_x ⊙ x, s with z_h ⊙ h for its exposed h)
 * </pre>
 *
 * @param <S> the state of the cell inside
 */
public final class VariationalDropoutCell<S extends CellState> implements Cell<VariationalDropoutCell.State<S>> {
    private final Cell<S> inner;
    private final int inputSize;
    private final Rates rates;
    private final String path;

    /**
     * Variational dropout of a cell.
     *
     * @param inputSize features of the input
     * @param path names its noise, unique within the model
     */
    public VariationalDropoutCell(Cell<S> inner, int inputSize, Rates rates, String path) {
        this.inner = inner;
        this.inputSize = inputSize;
        this.rates = rates;
        this.path = path;
    }

    /**
     * Probabilities of being dropped.
     *
     * @param input of a feature of the input
     * @param state of a unit of the state
     */
    public record Rates(double input, double state) {}

    /**
     * What is carried from step to step.
     *
     * @param inner of the cell inside
     * @param inputMask z_x, [B, I], constant
     * @param stateMask z_h, [B, H], constant
     * @param <S> the state of the cell inside
     */
    public record State<S extends CellState>(S inner, Tensor inputMask, Tensor stateMask) implements CellState {}

    @Override
    public State<S> initialState(int batch, Pass pass) {
        S start = inner.initialState(batch, pass);
        int units = inner.exposed().get().apply(start).shape().size(-1);
        return new State<>(
                start,
                mask(Shape.of(batch, inputSize), rates.input(), path + ".input", pass),
                mask(Shape.of(batch, units), rates.state(), path + ".state", pass));
    }

    @Override
    public State<S> step(Tensor x, State<S> previous) {
        Exposed<S> exposed = inner.exposed();
        Tensor dropped = exposed.get().apply(previous.inner()).times(previous.stateMask());
        S thinned = exposed.with().apply(previous.inner(), dropped);
        return new State<>(
                inner.step(x.times(previous.inputMask()), thinned), previous.inputMask(), previous.stateMask());
    }

    @Override
    public Tensor output(State<S> state) {
        return inner.output(state.inner());
    }

    private static Tensor mask(Shape shape, double rate, String path, Pass pass) {
        if (!pass.training() || rate == 0) {
            return pass.ones(shape);
        }
        return pass.noise(path, shape.size(0))
                .bernoulli(1 - rate, shape.size(1))
                .times(1 / (1 - rate));
    }

    private Exposed<State<S>> inside(Exposed<S> view) {
        return view.inside(
                State::inner, (state, changed) -> new State<>(changed, state.inputMask(), state.stateMask()));
    }

    @Override
    public Exposed<State<S>> exposed() {
        return inside(inner.exposed());
    }

    @Override
    public List<Exposed<State<S>>> startable() {
        return inner.startable().stream().map(this::inside).toList();
    }

    /**
     * Parameters of {@link VariationalDropoutCell}.
     *
     * @param cell the cell inside
     * @param input p_x
     * @param state p_h
     */
    public record Parameters(
            @Param("The cell inside.") ComponentRef<Cell<?>> cell,

            @Param("Probability that a feature of the input is dropped.")
            @Default("0.0")
            @Range(min = 0, max = 1, maxExclusive = true)
            double input,

            @Param("Probability that a unit of the state is dropped.")
            @Default("0.0")
            @Range(min = 0, max = 1, maxExclusive = true)
            double state) {}

    static final class Provider implements CellProvider<Parameters> {
        @Override
        public String name() {
            return "variational_dropout";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Dropout of input and state of any cell, the same units at every step of a sequence (Gal and Ghahramani 2016).";
        }

        @Override
        public List<Remark> remarks(Parameters parameters) {
            return parameters.input() == 0 && parameters.state() == 0
                    ? List.of(new Remark(
                            "", "both probabilities are 0 and nothing is dropped; remove the wrapper, or raise one"))
                    : List.of();
        }

        @Override
        public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
            return nested.cell(parameters.cell(), inputSize);
        }

        @Override
        public Cell<?> create(Parameters parameters, CellContext context) {
            return new VariationalDropoutCell<>(
                    context.cell(parameters.cell(), "cell", context.inputSize()),
                    context.inputSize(),
                    new Rates(parameters.input(), parameters.state()),
                    context.path());
        }
    }
}
