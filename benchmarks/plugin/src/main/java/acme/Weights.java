package acme;

import dev.tendril.api.layer.CellContext;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * The weights of a gate.
 *
 * @param onInput [H, I]
 * @param onState [H, H]
 * @param bias [H]
 */
record Weights(Parameter onInput, Parameter onState, Parameter bias) {
    private static final double GOLDEN = 0.6180339887498949;

    static Weights create(CellContext context, String gate, int units) {
        Initializer spread = (shape, draw) -> spread(shape);
        return new Weights(
                context.scope(gate).parameter("input", Shape.of(units, context.inputSize()), spread),
                context.scope(gate).parameter("state", Shape.of(units, units), spread),
                context.scope(gate).parameter("bias", Shape.of(units), (shape, draw) -> new double[units]));
    }

    /** {@code onInput x + onState h + bias}. */
    Tensor of(Tensor x, Tensor h) {
        return x.linear(onInput, bias).plus(h.linear(onState));
    }

    /** Numbers spread evenly over ±1/√fan-in, in a scrambled order. */
    private static double[] spread(Shape shape) {
        double bound = 1 / Math.sqrt(shape.size(1));
        return IntStream.range(0, Math.toIntExact(shape.elements()))
                .mapToDouble(index -> bound * (2 * ((index * GOLDEN) % 1) - 1))
                .toArray();
    }
}
