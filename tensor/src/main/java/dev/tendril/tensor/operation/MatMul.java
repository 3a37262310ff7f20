package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products;
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
    public long multiplyAdds(Shape output, Shape... operands) {
        return output.elements() * operands[0].size(transposeLeft ? -2 : -1);
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
        Shape leading = leading(y.shape());
        Shape lefts = leading(a.shape());
        Shape rights = leading(b.shape());
        int rows = y.shape().size(-2);
        int columns = y.shape().size(-1);
        int inner = a.shape().size(transposeLeft ? -2 : -1);
        int count = Math.toIntExact(leading.elements());
        if (count == 1) {
            Right right = right(b.span(), inner, columns);
            Multiplication.run(on, rows, left(a.span(), rows, inner), right, b.packed(), to(y, 0, accumulate));
            return;
        }
        Products products = on.kernels().products();
        Multiplication.each(on, count, rows, right(b.span(), inner, columns), (index, region, scratch) -> {
            Span left = a.span().plus(Sizes.start(lefts, leading, rows * inner, index));
            Span right = b.span().plus(Sizes.start(rights, leading, inner * columns, index));
            Result to = to(y, index * rows * columns, accumulate);
            products.multiply(left(left, rows, inner), right(right, inner, columns), to, region, scratch);
        });
    }

    private static Result to(Array y, int start, boolean accumulate) {
        Span span = y.span().plus(start);
        return accumulate ? Result.added(span, y.lastSize()) : Result.of(span, y.lastSize());
    }

    private Left left(Span span, int rows, int inner) {
        return transposeLeft ? new Left(span, 1, rows) : new Left(span, inner, 1);
    }

    private Right right(Span span, int inner, int columns) {
        return transposeRight ? Right.transposed(span, inner, columns) : Right.plain(span, inner, columns);
    }

    private static Shape leading(Shape shape) {
        return Shape.of(Arrays.copyOf(shape.toArray(), shape.rank() - 2));
    }
}
