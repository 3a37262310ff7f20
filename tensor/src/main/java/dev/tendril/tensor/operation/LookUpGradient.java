package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;
import static dev.tendril.tensor.operation.Operation.ids;

import dev.tendril.api.tensor.Shape;

/** The gradient of {@link LookUp}: operands are g and the ids; rows are added by position, in ascending order. */
public record LookUpGradient(Shape table) implements Operation, Operation.Adding {
    @Override
    public Shape infer(Shape... operands) {
        return table;
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array y = on.zeroed(shape);
        addTo(on, y, operands);
        return y;
    }

    @Override
    public void addTo(Execution on, Array into, Operand... operands) {
        Array g = array(operands, 0);
        int[] ids = ids(operands, 1);
        int width = Sizes.behind(table, 0);
        for (int i = 0; i < ids.length; i++) {
            on.kernels().elementwise().add(g.line(i * width), into.line(ids[i] * width), 1, width);
        }
    }
}
