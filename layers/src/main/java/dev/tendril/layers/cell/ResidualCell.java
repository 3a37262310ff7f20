package dev.tendril.layers.cell;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.Exposed;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * Residual connection around any cell: its output is the sum of what the cell shows and the input of the step (He et al. 2016, Wu et al.
 * 2016).
 * <pre>
 *   s′ = step(x, s),  y = output(s′) + x
 * </pre>
 * Input and output have the same size. Before the first step y is the output of the initial state.
 *
 * @param <S> the state of the cell inside
 */
public final class ResidualCell<S extends CellState> implements Cell<ResidualCell.State<S>> {
    private final Cell<S> inner;

    /** A cell with a residual connection. */
    public ResidualCell(Cell<S> inner) {
        this.inner = inner;
    }

    /**
     * What is carried from step to step.
     *
     * @param inner of the cell inside
     * @param input x of the step that led here, [B, O]; zeros before the first
     * @param <S> the state of the cell inside
     */
    public record State<S extends CellState>(S inner, Tensor input) implements CellState {}

    @Override
    public State<S> initialState(int batch, Pass pass) {
        S start = inner.initialState(batch, pass);
        return new State<>(start, pass.zeros(inner.output(start).shape()));
    }

    @Override
    public State<S> step(Tensor x, State<S> previous) {
        return new State<>(inner.step(x, previous.inner()), x);
    }

    @Override
    public Tensor output(State<S> state) {
        return inner.output(state.inner()).plus(state.input());
    }

    private Exposed<State<S>> inside(Exposed<S> view) {
        return view.inside(State::inner, (state, changed) -> new State<>(changed, state.input()));
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
     * Parameters of {@link ResidualCell}.
     *
     * @param cell the cell inside
     */
    public record Parameters(@Param("The cell inside.") ComponentRef<Cell<?>> cell) {}

    static final class Provider implements CellProvider<Parameters> {
        @Override
        public String name() {
            return "residual";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Adds the input to the output of any cell of the same size (He et al. 2016).";
        }

        @Override
        public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
            int outputSize = nested.cell(parameters.cell(), inputSize);
            if (outputSize != inputSize) {
                throw new InvalidGraph(
                        Port.INPUT,
                        InvalidGraph.Kind.SIZE_MISMATCH,
                        "a residual cell adds its input, of size " + inputSize + ", to its output, of size "
                                + outputSize + "; give the cell inside as many units as its input has features");
            }
            return outputSize;
        }

        @Override
        public Cell<?> create(Parameters parameters, CellContext context) {
            return new ResidualCell<>(context.cell(parameters.cell(), "cell", context.inputSize()));
        }
    }
}
