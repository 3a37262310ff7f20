package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** The gradient of {@link Max}: operands are g and x; each g goes to the first largest element. */
public record MaxGradient(int axis) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return operands[1];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array g = array(operands, 0);
        Array x = array(operands, 1);
        Array y = on.zeroed(shape);
        int at = shape.axis(axis);
        int[] positions = Argmax.positions(x, at);
        int inner = Sizes.behind(shape, at);
        for (int i = 0; i < positions.length; i++) {
            int to = y.at() + Argmax.index(i, positions[i], shape.size(at), inner);
            y.storage().set(to, g.storage().get(g.at() + i));
        }
        return y;
    }
}
