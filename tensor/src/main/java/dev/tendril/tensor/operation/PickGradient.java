package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;
import static dev.tendril.tensor.operation.Operation.ids;

import dev.tendril.api.tensor.Shape;

/** The gradient of {@link Pick}: operands are g and the ids. */
public record PickGradient(Shape whole) implements Operation, Operation.Adding {
    @Override
    public Shape infer(Shape... operands) {
        return whole;
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
        IdArray ids = ids(operands, 1);
        int width = into.lastSize();
        for (int i = 0; i < ids.count(); i++) {
            int to = into.at() + i * width + ids.at(i);
            into.storage().set(to, into.storage().get(to) + g.storage().get(g.at() + i));
        }
    }
}
