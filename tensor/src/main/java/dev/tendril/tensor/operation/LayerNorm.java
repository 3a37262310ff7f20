package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Rows.LayerNormGradients;

/**
 * Layer normalisation over the last axis (Ba et al. 2016): gain ⊙ (x − μ) / √(σ² + epsilon) + bias; operands are x [..., D], gain [D]
 * and bias [D].
 */
public record LayerNorm(double epsilon) implements Operation {
    private static final int WORK = 8;

    @Override
    public Shape infer(Shape... operands) {
        Shape x = operands[0];
        Shape row = x.rank() == 0 ? x : Shape.of(x.size(-1));
        if (x.rank() == 0 || !operands[1].equals(row) || !operands[2].equals(row) || x.size(-1) == 0) {
            throw Wrong.operands("layerNorm", "x [..., D], gain [D] and bias [D], D at least 1", operands);
        }
        return x;
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        Array y = on.allocate(shape);
        int columns = y.lastSize();
        on.split((long) WORK * y.elements(), y.rows(), (from, to) -> on.kernels()
                .rows()
                .layerNorm(
                        x.span().plus(from * columns),
                        array(operands, 1).span(),
                        array(operands, 2).span(),
                        epsilon,
                        to - from,
                        columns,
                        y.span().plus(from * columns)));
        return y;
    }

    /** Gradients with respect to x, gain and bias, for the gradient g of the output. */
    Array[] gradients(Execution on, Array g, Array x, Array gain) {
        Array[] gradients = {on.allocate(x.shape()), on.zeroed(gain.shape()), on.zeroed(gain.shape())};
        LayerNormGradients into = new LayerNormGradients(gradients[0].span(), gradients[1].span(), gradients[2].span());
        on.kernels().rows().layerNormGradient(g.span(), x.span(), gain.span(), epsilon, x.rows(), x.lastSize(), into);
        return gradients;
    }
}
