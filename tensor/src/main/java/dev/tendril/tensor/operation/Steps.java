package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;
import static dev.tendril.tensor.operation.Operation.ids;

import dev.tendril.api.tensor.Shape;

/** Steps of each row: [B, T, D...] by positions [B, S] gives [B, S, D...]; position −1 gives zeros. */
public record Steps() implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        Shape x = operands[0];
        Shape positions = operands[1];
        if (x.rank() < 2 || positions.rank() != 2 || x.size(0) != positions.size(0)) {
            throw Wrong.operands("steps", "[B, T, D...] and positions [B, S]", x, positions);
        }
        return x.with(1, positions.size(1));
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        IdArray positions = ids(operands, 1);
        int width = Sizes.behind(shape, 1);
        int length = x.shape().size(1);
        Array y = on.allocate(shape);
        for (int i = 0; i < positions.count(); i++) {
            int position = positions.at(i);
            int to = y.at() + i * width;
            if (position == -1) {
                y.storage().fill(to, width, 0);
            } else {
                int row = i / shape.size(1) * length + LookUp.checked("steps", position, length);
                x.storage().copyTo(x.at() + row * width, y.storage(), to, width);
            }
        }
        return y;
    }
}
