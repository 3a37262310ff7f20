package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/**
 * What each row of {@link LayerNorm} gives to the gradient with respect to the gain: g ⊙ (x − μ) / √(σ² + epsilon); operands are
 * g [..., D] and x [..., D].
 */
public record LayerNormGainGradient(double epsilon) implements Operation {
    private static final int WORK = 8;

    @Override
    public Shape infer(Shape... operands) {
        return operands[1];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array g = array(operands, 0);
        Array x = array(operands, 1);
        Array y = on.allocate(shape);
        int columns = y.lastSize();
        on.split((long) WORK * y.elements(), y.rows(), (from, to) -> on.kernels()
                .rows()
                .layerNormGainGradient(
                        g.rows(from * columns, columns),
                        x.rows(from * columns, columns),
                        epsilon,
                        y.rows(from * columns, columns),
                        to - from,
                        columns));
        return y;
    }
}
