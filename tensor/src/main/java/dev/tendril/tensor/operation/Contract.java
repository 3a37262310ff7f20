package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;

/** Σ over all rows r of a[r] b[r]ᵀ: [..., M] and [..., N] give [M, N]. The gradient of a matrix that every row was multiplied by. */
public record Contract() implements Operation, Operation.Adding {
    @Override
    public Shape infer(Shape... operands) {
        return Shape.of(operands[0].size(-1), operands[1].size(-1));
    }

    @Override
    public long multiplyAdds(Shape output, Shape... operands) {
        return output.elements() * (operands[0].elements() / Math.max(1, operands[0].size(-1)));
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array y = on.allocate(shape);
        multiply(on, Result.of(y.span(), y.lastSize()), operands);
        return y;
    }

    @Override
    public void addTo(Execution on, Array into, Operand... operands) {
        multiply(on, Result.added(into.span(), into.lastSize()), operands);
    }

    private static void multiply(Execution on, Result y, Operand... operands) {
        Array a = array(operands, 0);
        Array b = array(operands, 1);
        int rows = a.lastSize();
        Left left = new Left(a.span(), 1, rows);
        Multiplication.run(on, rows, left, Right.plain(b.span(), a.rows(), b.lastSize()), null, y);
    }
}
