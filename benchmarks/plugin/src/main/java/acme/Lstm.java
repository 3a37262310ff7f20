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
 * Long short-term memory (Hochreiter and Schmidhuber 1997).
 *
 * @param input gate
 * @param forget gate
 * @param content new content
 * @param output gate
 * @param units H
 */
record Lstm(Weights input, Weights forget, Weights content, Weights output, int units) implements Cell<Lstm.State> {

    /**
     * What is carried.
     *
     * @param h [B, H]
     * @param c [B, H]
     */
    public record State(Tensor h, Tensor c) implements CellState {}

    @Override
    public State initialState(int batch, Pass pass) {
        return new State(pass.zeros(Shape.of(batch, units)), pass.zeros(Shape.of(batch, units)));
    }

    @Override
    public State step(Tensor x, State previous) {
        Tensor h = previous.h();
        Tensor added = input.of(x, h).sigmoid().times(content.of(x, h).tanh());
        Tensor c = forget.of(x, h).sigmoid().times(previous.c()).plus(added);
        return new State(output.of(x, h).sigmoid().times(c.tanh()), c);
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
            return "lstm";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Long short-term memory.";
        }

        @Override
        public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
            return parameters.units();
        }

        @Override
        public Cell<?> create(Parameters parameters, CellContext context) {
            int units = parameters.units();
            return new Lstm(
                    Weights.create(context, "input", units),
                    Weights.create(context, "forget", units),
                    Weights.create(context, "content", units),
                    Weights.create(context, "output", units),
                    units);
        }
    }
}
