package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Region;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;

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
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array a = array(operands, 0);
        Array b = array(operands, 1);
        Array y = on.allocate(shape);
        Heads each = new Heads(on, Heads.leading(shape, 3), heads);
        int[] lefts = each.starts(a, 2);
        int[] rights = each.starts(b, 2);
        Products products = on.kernels().products();
        int features = a.lastSize();
        int rows = shape.size(-2);
        int columns = shape.size(-1);
        Region whole = new Region(0, rows, 0, columns);
        each.each((long) y.elements() * features / heads, (index, head, scratch) -> {
            Left left = new Left(each.side(a, lefts[index], head), features, 1);
            Right right = new Right(each.side(b, rights[index], head), features / heads, columns, 1, features);
            Result to = Result.of(y.span().plus((index * heads + head) * rows * columns), columns);
            products.multiply(left, right, to, whole, scratch);
        });
        return y;
    }
}
