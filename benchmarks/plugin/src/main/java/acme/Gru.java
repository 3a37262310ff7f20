package acme;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * Gated recurrent unit (Cho et al. 2014).
 *
 * @param update gate
 * @param reset gate
 * @param content new content
 * @param units H
 */
record Gru(Weights update, Weights reset, Weights content, int units) implements Cell<Gru.State> {

    /**
     * What is carried.
     *
     * @param h [B, H]
     */
    public record State(Tensor h) implements CellState {}

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
        return new State(h.plus(u.times(n.minus(h))));
    }

    @Override
    public Tensor output(State state) {
        return state.h();
    }

    /**
     * Parameters.
     *
     * @param units H
     */
    public record Parameters(
            @Param("Hidden units.") @Range(min = 1) int units) {}

    /** Registers the cell. */
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
            return "Gated recurrent unit.";
        }

        @Override
        public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
            return parameters.units();
        }

        @Override
        public Cell<?> create(Parameters parameters, CellContext context) {
            int units = parameters.units();
            return new Gru(
                    Weights.create(context, "update", units),
                    Weights.create(context, "reset", units),
                    Weights.create(context, "content", units),
                    units);
        }
    }
}
