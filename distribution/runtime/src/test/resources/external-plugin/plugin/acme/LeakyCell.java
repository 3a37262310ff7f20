package acme;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.stream.IntStream;
import org.example.numbers.Leak;

/**
 * A leaky integrator: h′ = (1 − a) h + a tanh(U x + W h + b).
 *
 * @param u [H, I]
 * @param w [H, H]
 * @param b [H]
 * @param rate the share a
 */
record LeakyCell(Parameter u, Parameter w, Parameter b, double rate) implements Cell<LeakyCell.State> {

    /**
     * The state.
     *
     * @param h [B, H]
     */
    public record State(Tensor h) implements CellState {}

    static LeakyCell create(LeakyCellProvider.Parameters parameters, CellContext context) {
        int units = parameters.units();
        Initializer spread = (shape, draw) -> spread(shape);
        return new LeakyCell(
                context.parameter("U", Shape.of(units, context.inputSize()), spread),
                context.parameter("W", Shape.of(units, units), spread),
                context.parameter("b", Shape.of(units), (shape, draw) -> new double[units]),
                Leak.rate(parameters.timeConstant()));
    }

    /** Numbers spread evenly over ±1/√fan-in, in a scrambled order, without a random source. */
    private static double[] spread(Shape shape) {
        int count = Math.toIntExact(shape.elements());
        double bound = 1 / Math.sqrt(shape.size(1));
        return IntStream.range(0, count)
                .mapToDouble(index -> bound * (2 * ((index * 0.6180339887498949) % 1) - 1))
                .toArray();
    }

    @Override
    public State initialState(int batch, Pass pass) {
        return new State(pass.zeros(Shape.of(batch, b.shape().size(0))));
    }

    @Override
    public State step(Tensor x, State previous) {
        Tensor h = previous.h();
        Tensor content = x.linear(u, b).plus(h.linear(w)).tanh();
        return new State(h.times(1 - rate).plus(content.times(rate)));
    }

    @Override
    public Tensor output(State state) {
        return state.h();
    }
}
