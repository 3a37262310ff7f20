package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;
import static dev.tendril.tensor.operation.Operation.ids;

import dev.tendril.api.tensor.Shape;

/** One element a row of the last axis: [S..., V] by ids [S...]. */
public record Pick() implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        Shape x = operands[0];
        if (x.rank() == 0 || !x.without(-1).equals(operands[1])) {
            throw Wrong.operands("pick", "[S..., V] and ids [S...]", x, operands[1]);
        }
        return operands[1];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        IdArray ids = ids(operands, 1);
        int width = x.lastSize();
        Array y = on.allocate(shape);
        for (int i = 0; i < ids.count(); i++) {
            int column = LookUp.checked("pick", ids.at(i), width);
            y.storage().set(y.at() + i, x.storage().get(x.at() + i * width + column));
        }
        return y;
    }
}
