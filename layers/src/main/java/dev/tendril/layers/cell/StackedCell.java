package dev.tendril.layers.cell;

import dev.tendril.api.InvalidParameter;
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
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cells one above the other as one cell: the output of each is the input of the next, the output of the last is the stack's.
 */
public final class StackedCell implements Cell<StackedCell.State> {
    private final List<Cell<?>> layers;

    /** A stack, the lowest cell first; at least one. */
    public StackedCell(List<? extends Cell<?>> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a stack wants at least one cell");
        }
        this.layers = List.copyOf(layers);
    }

    /** A stack with dropout of the input of every cell but the lowest; {@code path} names its noise. */
    public static StackedCell withDropout(List<? extends Cell<?>> layers, double rate, String path) {
        List<Cell<?>> thinned = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            thinned.add(
                    layer == 0 || rate == 0
                            ? layers.get(layer)
                            : new InputDropoutCell<>(layers.get(layer), new Dropout(rate, path + ".layer" + layer)));
        }
        return new StackedCell(thinned);
    }

    /**
     * What is carried from step to step.
     *
     * @param layers of every cell, the lowest first
     */
    public record State(List<CellState> layers) implements CellState {
        public State {
            layers = List.copyOf(layers);
        }
    }

    @Override
    public State initialState(int batch, Pass pass) {
        List<CellState> states = new ArrayList<>();
        for (Cell<?> cell : layers) {
            states.add(cell.initialState(batch, pass));
        }
        return new State(states);
    }

    @Override
    public State step(Tensor x, State previous) {
        List<CellState> states = new ArrayList<>();
        Tensor input = x;
        for (int layer = 0; layer < layers.size(); layer++) {
            Cell<CellState> cell = cell(layer);
            CellState next = cell.step(input, previous.layers().get(layer));
            states.add(next);
            input = cell.output(next);
        }
        return new State(states);
    }

    @Override
    public Tensor output(State state) {
        int top = layers.size() - 1;
        return cell(top).output(state.layers().get(top));
    }

    @Override
    public Exposed<State> exposed() {
        int top = layers.size() - 1;
        return inside(top, cell(top).exposed());
    }

    @Override
    public List<Exposed<State>> startable() {
        return IntStream.range(0, layers.size())
                .boxed()
                .flatMap(layer -> cell(layer).startable().stream().map(view -> inside(layer, view)))
                .toList();
    }

    private static Exposed<State> inside(int layer, Exposed<CellState> view) {
        return view.inside(state -> state.layers().get(layer), (state, changed) -> {
            List<CellState> states = new ArrayList<>(state.layers());
            states.set(layer, changed);
            return new State(states);
        });
    }

    /** Every cell meets only the states that it made itself. */
    @SuppressWarnings("unchecked")
    private Cell<CellState> cell(int layer) {
        return (Cell<CellState>) layers.get(layer);
    }

    /**
     * Parameters of {@link StackedCell}.
     *
     * @param cells the lowest first
     * @param dropout of the input of every cell but the lowest
     */
    public record Parameters(
            @Param("The cells, the lowest first.") List<ComponentRef<Cell<?>>> cells,

            @Param("Probability that a feature between two cells is dropped.")
            @Default("0.0")
            @Range(min = 0, max = 1, maxExclusive = true)
            double dropout) {
        public Parameters {
            cells = List.copyOf(cells);
            if (cells.isEmpty()) {
                throw new InvalidParameter("cells", "a stack wants at least one cell");
            }
        }
    }

    static final class Provider implements CellProvider<Parameters> {
        @Override
        public String name() {
            return "stack";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Cells one above the other as one cell.";
        }

        @Override
        public List<Remark> remarks(Parameters parameters) {
            return parameters.cells().size() == 1
                    ? List.of(new Remark("", "one cell is no stack; write the cell itself"))
                    : List.of();
        }

        @Override
        public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
            int size = inputSize;
            for (ComponentRef<Cell<?>> cell : parameters.cells()) {
                size = nested.cell(cell, size);
            }
            return size;
        }

        @Override
        public Cell<?> create(Parameters parameters, CellContext context) {
            List<Cell<?>> layers = new ArrayList<>();
            int size = context.inputSize();
            for (ComponentRef<Cell<?>> cell : parameters.cells()) {
                layers.add(context.cell(cell, "layer" + layers.size(), size));
                size = context.cellOutputSize(cell, size);
            }
            return withDropout(layers, parameters.dropout(), context.path());
        }
    }
}
