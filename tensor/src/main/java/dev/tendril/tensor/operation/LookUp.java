package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;
import static dev.tendril.tensor.operation.Operation.ids;

import dev.tendril.api.tensor.Shape;

/** Rows of a table [V, D...] by ids [S...]: [S..., D...]. */
public record LookUp() implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        if (operands[0].rank() == 0) {
            throw Wrong.operands("rows", "a table [V, D...]", operands[0]);
        }
        return Sizes.join(operands[1], operands[0], 1);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array table = array(operands, 0);
        IdArray ids = ids(operands, 1);
        int width = Sizes.behind(table.shape(), 0);
        Array y = on.allocate(shape);
        on.split(y.elements(), ids.count(), (from, to) -> {
            for (int i = from; i < to; i++) {
                int row = checked("rows", ids.at(i), table.shape().size(0));
                table.storage().copyTo(table.at() + row * width, y.storage(), y.at() + i * width, width);
            }
        });
        return y;
    }

    static int checked(String operation, int id, int size) {
        if (id < 0 || id >= size) {
            throw new IllegalArgumentException(operation + ": id " + id + " is outside 0…" + (size - 1));
        }
        return id;
    }
}
