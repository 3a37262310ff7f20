package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products.Left;

/** Σ over all rows r of a[r] b[r]ᵀ: [..., M] and [..., N] give [M, N]. The gradient of a matrix that every row was multiplied by. */
public record Contract() implements Operation, Operation.Adding {
    @Override
    public Shape infer(Shape... operands) {
        return Shape.of(operands[0].size(-1), operands[1].size(-1));
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array y = on.allocate(shape);
        multiply(on, y, false, operands);
        return y;
    }

    @Override
    public void addTo(Execution on, Array into, Operand... operands) {
        multiply(on, into, true, operands);
    }

    private static void multiply(Execution on, Array y, boolean accumulate, Operand... operands) {
        Array a = array(operands, 0);
        Array b = array(operands, 1);
        int rows = a.lastSize();
        Multiplication.Extent extent = new Multiplication.Extent(rows, a.rows(), b.lastSize());
        Left left = new Left(a.span(), 1, rows);
        Multiplication.run(on, left, new Multiplication.Right(b, 0, false), y.span(), extent, accumulate);
    }
}
