package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Region;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;

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
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array weights = array(operands, 0);
        Array rows = array(operands, 1);
        Array y = on.allocate(shape);
        int heads = weights.shape().size(-3);
        Heads each = new Heads(on, Heads.leading(shape, 2), heads);
        int[] lefts = each.starts(weights, 3);
        int[] rights = each.starts(rows, 2);
        int[] results = each.starts(y, 2);
        Products products = on.kernels().products();
        int width = weights.lastSize();
        int matrix = weights.shape().size(-2) * width;
        int features = y.lastSize();
        int inner = rows.shape().size(-2);
        Region whole = new Region(0, shape.size(-2), 0, features / heads);
        each.each((long) y.elements() * inner, (index, head, scratch) -> {
            Left left = new Left(
                    weights.span().plus(lefts[index] + head * matrix), transposed ? 1 : width, transposed ? width : 1);
            Right right = new Right(each.side(rows, rights[index], head), inner, features / heads, features, 1);
            Result to = Result.of(each.side(y, results[index], head), features);
            products.multiply(left, right, to, whole, scratch);
        });
        return y;
    }
}
