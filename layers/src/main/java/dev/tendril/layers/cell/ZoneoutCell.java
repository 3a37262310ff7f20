package dev.tendril.layers.cell;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.Exposed;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.Remark;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * Zoneout: each element of the exposed tensor of any cell keeps its previous value with a probability (Krueger et al. 2017).
 * <pre>
 *   m ~ Bernoulli(p)             anew each step; p itself outside training
 *   h′ = m ⊙ h + (1 − m) ⊙ ĥ     ĥ is what the cell inside gives
 * </pre>
 *
 * @param <S> the state of the cell inside
 */
public final class ZoneoutCell<S extends CellState> implements Cell<ZoneoutCell.State<S>> {
    private final Cell<S> inner;
    private final double probability;
    private final String path;

    /**
     * Zoneout of a cell.
     *
     * @param path names its noise, unique within the model
     */
    public ZoneoutCell(Cell<S> inner, double probability, String path) {
        this.inner = inner;
        this.probability = probability;
        this.path = path;
    }

    /**
     * What is carried from step to step.
     *
     * @param inner of the cell inside
     * @param noise of the next step
     * @param <S> the state of the cell inside
     */
    public record State<S extends CellState>(S inner, Noise noise) implements CellState {}

    @Override
    public State<S> initialState(int batch, Pass pass) {
        return new State<>(inner.initialState(batch, pass), pass.noise(path, batch));
    }

    @Override
    public State<S> step(Tensor x, State<S> previous) {
        Exposed<S> exposed = inner.exposed();
        S next = inner.step(x, previous.inner());
        Tensor kept = exposed.get().apply(previous.inner());
        Tensor fresh = exposed.get().apply(next);
        Tensor mask = previous.noise().bernoulli(probability, fresh.shape().size(-1));
        Tensor mixed = mask.times(kept).plus(mask.oneMinus().times(fresh));
        return new State<>(exposed.with().apply(next, mixed), previous.noise().next());
    }

    @Override
    public Tensor output(State<S> state) {
        return inner.output(state.inner());
    }

    private Exposed<State<S>> inside(Exposed<S> view) {
        return view.inside(State::inner, (state, changed) -> new State<>(changed, state.noise()));
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
     * Parameters of {@link ZoneoutCell}.
     *
     * @param cell the cell inside
     * @param probability p
     */
    public record Parameters(
            @Param("The cell inside.") ComponentRef<Cell<?>> cell,

            @Param("Probability that an element keeps its previous value.")
            @Range(min = 0, max = 1, maxExclusive = true)
            double probability) {}

    static final class Provider implements CellProvider<Parameters> {
        @Override
        public String name() {
            return "zoneout";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Keeps random elements of the previous state of any cell (Krueger et al. 2017).";
        }

        @Override
        public List<Remark> remarks(Parameters parameters) {
            return parameters.probability() == 0
                    ? List.of(new Remark(
                            "probability", "nothing keeps its previous value; remove the wrapper, or raise it"))
                    : List.of();
        }

        @Override
        public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
            return nested.cell(parameters.cell(), inputSize);
        }

        @Override
        public Cell<?> create(Parameters parameters, CellContext context) {
            return new ZoneoutCell<>(
                    context.cell(parameters.cell(), "cell", context.inputSize()),
                    parameters.probability(),
                    context.path());
        }
    }
}
