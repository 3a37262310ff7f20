package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;
import static dev.tendril.tensor.operation.Operation.ids;

import dev.tendril.api.tensor.Shape;

/** The gradient of {@link Steps}: operands are g and the positions. */
public record StepsGradient(Shape whole) implements Operation, Operation.Adding {
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
        IdArray positions = ids(operands, 1);
        int width = Sizes.behind(whole, 1);
        int steps = g.shape().size(1);
        for (int i = 0; i < positions.count(); i++) {
            int position = positions.at(i);
            if (position != -1) {
                int row = i / steps * whole.size(1) + position;
                on.kernels().elementwise().add(g.line(i * width), into.line(row * width), 1, width);
            }
        }
    }
}
