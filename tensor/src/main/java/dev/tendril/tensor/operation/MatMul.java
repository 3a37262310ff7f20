package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;
import dev.tendril.tensor.kernel.Span;
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
        int rows = y.shape().size(-2);
        int columns = y.shape().size(-1);
        int inner = a.shape().size(transposeLeft ? -2 : -1);
        int[] lefts = Sizes.starts(leading(a.shape()), leading(y.shape()), rows * inner);
        int[] rights = Sizes.starts(leading(b.shape()), leading(y.shape()), inner * columns);
        for (int matrix = 0; matrix < lefts.length; matrix++) {
            Left left = new Left(a.span().plus(lefts[matrix]), transposeLeft ? 1 : inner, transposeLeft ? rows : 1);
            Span from = b.span().plus(rights[matrix]);
            Right right = transposeRight ? Right.transposed(from, inner, columns) : Right.plain(from, inner, columns);
            Span to = y.span().plus(matrix * rows * columns);
            Result result = accumulate ? Result.added(to, columns) : Result.of(to, columns);
            Multiplication.run(on, rows, left, right, b.packed(), result);
        }
    }

    private static Shape leading(Shape shape) {
        return Shape.of(Arrays.copyOf(shape.toArray(), shape.rank() - 2));
    }
}
