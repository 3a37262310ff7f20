package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;
import dev.tendril.tensor.kernel.Span;

/**
 * Weighted sums of rows, head by head: weights [..., H, T, S] and rows [..., S, H · E] give [..., T, H · E]; with transposed weights
 * rows [..., T, H · E] give [..., S, H · E]. Leading axes are broadcast.
 */
public record HeadSums(boolean transposed) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        Shape weights = operands[0];
        Shape rows = operands[1];
        if (weights.rank() < 3
                || rows.rank() < 2
                || weights.size(transposed ? -2 : -1) != rows.size(-2)
                || rows.size(-1) % weights.size(-3) != 0) {
            throw Wrong.operands(
                    "the context of attention", "weights [..., H, T, S] and values [..., S, H · E]", weights, rows);
        }
        return Shape.broadcast(Heads.leading(weights, 3), Heads.leading(rows, 2))
                .append(weights.size(transposed ? -1 : -2))
                .append(rows.size(-1));
    }

    @Override
    public long multiplyAdds(Shape output, Shape... operands) {
        return output.elements() * operands[1].size(-2);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array weights = array(operands, 0);
        Array rows = array(operands, 1);
        Array y = on.allocate(shape);
        Heads each = new Heads(Heads.leading(shape, 2), weights.shape().size(-3));
        int width = weights.lastSize();
        int features = y.lastSize();
        int columns = features / each.heads();
        int inner = rows.shape().size(-2);
        Products products = on.kernels().products();
        Right any = new Right(rows.span(), inner, columns, features, 1);
        Multiplication.each(on, each.count(), shape.size(-2), any, (head, region, scratch) -> {
            Span matrix = each.matrix(weights, head);
            Left left = transposed ? new Left(matrix, 1, width) : new Left(matrix, width, 1);
            Right right = new Right(each.side(rows, head), inner, columns, features, 1);
            products.multiply(left, right, Result.of(each.side(y, head), features), region, scratch);
        });
        return y;
    }
}
