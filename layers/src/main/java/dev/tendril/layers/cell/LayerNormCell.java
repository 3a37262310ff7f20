package dev.tendril.layers.cell;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.Exposed;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.normalization.LayerNorm;
import java.util.List;

/**
 * Layer normalisation of the exposed tensor of any cell after each step (after Ba et al. 2016, who normalise inside the step: see
 * {@link LayerNormLstmCell}).
 * <pre>
 *   h′ = gain ⊙ (ĥ − μ) / √(σ² + epsilon) + bias     ĥ is what the cell inside gives
 * </pre>
 * The exposed tensor has as many features as the cell's output. Parameters: {@code gain [H]}, {@code bias [H]}.
 *
 * @param <S> the state of the cell inside
 */
public final class LayerNormCell<S extends CellState> implements Cell<LayerNormCell.State<S>> {
    private final Cell<S> inner;
    private final Normalization norm;

    /** A cell whose exposed tensor is normalised after each step. */
    public LayerNormCell(Cell<S> inner, Normalization norm) {
        this.inner = inner;
        this.norm = norm;
    }

    /**
     * What is carried from step to step.
     *
     * @param inner of the cell inside
     * @param <S> the state of the cell inside
     */
    public record State<S extends CellState>(S inner) implements CellState {}

    @Override
    public State<S> initialState(int batch, Pass pass) {
        return new State<>(inner.initialState(batch, pass));
    }

    @Override
    public State<S> step(Tensor x, State<S> previous) {
        Exposed<S> exposed = inner.exposed();
        S next = inner.step(x, previous.inner());
        return new State<>(exposed.with().apply(next, norm.apply(exposed.get().apply(next))));
    }

    @Override
    public Tensor output(State<S> state) {
        return inner.output(state.inner());
    }

    private Exposed<State<S>> inside(Exposed<S> view) {
        return view.inside(State::inner, (state, changed) -> new State<>(changed));
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
     * Parameters of {@link LayerNormCell}.
     *
     * @param cell the cell inside
     * @param epsilon added to the variance
     */
    public record Parameters(
            @Param("The cell inside.") ComponentRef<Cell<?>> cell,

            @Param("Added to the variance, so that it is never 0.")
            @Default("1e-5")
            @Range(min = 0, minExclusive = true)
            double epsilon) {}

    static final class Provider implements CellProvider<Parameters> {
        @Override
        public String name() {
            return "layer_norm";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Layer-normalises the state of any cell after each step (after Ba et al. 2016).";
        }

        @Override
        public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
            return nested.cell(parameters.cell(), inputSize);
        }

        @Override
        public Cell<?> create(Parameters parameters, CellContext context) {
            int features = context.cellOutputSize(parameters.cell(), context.inputSize());
            return new LayerNormCell<>(
                    context.cell(parameters.cell(), "cell", context.inputSize()),
                    new LayerNorm(context, features, parameters.epsilon()));
        }
    }
}
