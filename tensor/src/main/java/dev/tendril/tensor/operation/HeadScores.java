package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;
import dev.tendril.tensor.kernel.Span;

/**
 * Every row of one matrix by every row of another, head by head: [..., T, H · D] and [..., S, H · D] give [..., H, T, S]; leading axes
 * are broadcast.
 */
public record HeadScores(int heads) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        Shape a = operands[0];
        Shape b = operands[1];
        if (heads < 1 || a.rank() < 2 || b.rank() < 2 || a.size(-1) != b.size(-1) || a.size(-1) % heads != 0) {
            throw Wrong.operands(
                    "attention of " + heads + " heads", "queries [..., T, H · D] and keys [..., S, H · D]", a, b);
        }
        return Shape.broadcast(Heads.leading(a, 2), Heads.leading(b, 2))
                .append(heads)
                .append(a.size(-2))
                .append(b.size(-2));
    }

    @Override
    public long multiplyAdds(Shape output, Shape... operands) {
        return output.elements() * (operands[0].size(-1) / heads);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array a = array(operands, 0);
        Array b = array(operands, 1);
        Array y = on.allocate(shape);
        Heads each = new Heads(Heads.leading(shape, 3), heads);
        int features = a.lastSize();
        int columns = shape.size(-1);
        Products products = on.kernels().products();
        Right any = keys(b.span(), features, columns);
        Multiplication.each(on, each.count(), shape.size(-2), any, (head, region, scratch) -> {
            Left left = new Left(each.side(a, head), features, 1);
            Right right = keys(each.side(b, head), features, columns);
            products.multiply(left, right, Result.of(each.matrix(y, head), columns), region, scratch);
        });
        return y;
    }

    private Right keys(Span from, int features, int columns) {
        return new Right(from, features / heads, columns, 1, features);
    }
}
