package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;
import dev.tendril.tensor.kernel.Span;

/**
 * Every row of x [..., K] times one matrix: [K, N], or [N, K] if {@code transposed}; [..., N]. A third operand, the bias [N], is where
 * the sums start.
 */
public record Project(boolean transposed) implements Operation, Operation.Adding {
    @Override
    public Shape infer(Shape... operands) {
        Shape x = operands[0];
        Shape weight = operands[1];
        int inner = transposed ? 1 : 0;
        if (weight.rank() != 2 || x.rank() == 0 || x.size(-1) != weight.size(inner)) {
            throw transposed
                    ? Wrong.operands("linear", "x [..., I] and weight [O, I]", x, weight)
                    : Wrong.operands("matmul", "[..., M, K] and [K, N]", x, weight);
        }
        int columns = weight.size(1 - inner);
        if (operands.length == 3 && !(operands[2].rank() == 1 && operands[2].size(0) == columns)) {
            throw Wrong.operands("linear", "weight [O, I] and bias [O]", weight, operands[2]);
        }
        return x.with(-1, columns);
    }

    @Override
    public long multiplyAdds(Shape output, Shape... operands) {
        return output.elements() * operands[0].size(-1);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array y = on.allocate(shape);
        Span bias = operands.length == 3 ? array(operands, 2).span() : null;
        multiply(on, y, new Result(y.span(), y.lastSize(), bias, 0), operands);
        return y;
    }

    @Override
    public void addTo(Execution on, Array into, Operand... operands) {
        multiply(on, into, Result.added(into.span(), into.lastSize()), operands);
    }

    private void multiply(Execution on, Array y, Result result, Operand... operands) {
        Array x = array(operands, 0);
        Array weight = array(operands, 1);
        int inner = x.lastSize();
        int columns = y.lastSize();
        Right right = transposed
                ? Right.transposed(weight.span(), inner, columns)
                : Right.plain(weight.span(), inner, columns);
        Multiplication.run(on, y.rows(), new Left(x.span(), inner, 1), right, weight.packed(), result);
    }
}
