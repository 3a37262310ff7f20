package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.operation.Multiplication.Extent;
import dev.tendril.tensor.operation.Multiplication.Right;
import java.util.Arrays;

/**
 * Matrix products over the last two axes, leading axes broadcast: [..., M, K] by [..., K, N]; a transposed operand has its last two
 * axes the other way round.
 */
public record MatMul(boolean transposeLeft, boolean transposeRight) implements Operation, Operation.Adding {
    @Override
    public Shape infer(Shape... operands) {
        Shape a = operands[0];
        Shape b = operands[1];
        if (a.rank() < 2 || b.rank() < 2 || a.size(transposeLeft ? -2 : -1) != b.size(transposeRight ? -1 : -2)) {
            throw Wrong.operands("matmul", "[..., M, K] and [..., K, N]", a, b);
        }
        return Shape.broadcast(leading(a), leading(b))
                .append(a.size(transposeLeft ? -1 : -2))
                .append(b.size(transposeRight ? -2 : -1));
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

    private void multiply(Execution on, Array y, boolean accumulate, Operand... operands) {
        Array a = array(operands, 0);
        Array b = array(operands, 1);
        Extent extent = extent(a.shape(), b.shape());
        int[] lefts = Sizes.starts(leading(a.shape()), leading(y.shape()), extent.rows() * extent.inner());
        int[] rights = Sizes.starts(leading(b.shape()), leading(y.shape()), extent.inner() * extent.columns());
        int rowStep = transposeLeft ? 1 : extent.inner();
        int innerStep = transposeLeft ? extent.rows() : 1;
        for (int matrix = 0; matrix < lefts.length; matrix++) {
            Left left = new Left(a.span().plus(lefts[matrix]), rowStep, innerStep);
            Right right = new Right(b, rights[matrix], transposeRight);
            Span to = y.span().plus(matrix * extent.rows() * extent.columns());
            Multiplication.run(on, left, right, to, extent, accumulate);
        }
    }

    private Extent extent(Shape a, Shape b) {
        return new Extent(
                a.size(transposeLeft ? -1 : -2), a.size(transposeLeft ? -2 : -1), b.size(transposeRight ? -2 : -1));
    }

    private static Shape leading(Shape shape) {
        return Shape.of(Arrays.copyOf(shape.toArray(), shape.rank() - 2));
    }
}
