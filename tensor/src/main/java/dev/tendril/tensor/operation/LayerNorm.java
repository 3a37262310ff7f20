package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

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
                        x.rows(from * columns, columns),
                        array(operands, 1).line(0),
                        array(operands, 2).line(0),
                        epsilon,
                        y.rows(from * columns, columns),
                        to - from,
                        columns));
        return y;
    }
}
