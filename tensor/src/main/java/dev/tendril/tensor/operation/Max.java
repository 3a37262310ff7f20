package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** Maximum along an axis, which is dropped. */
public record Max(int axis) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return inferAlong("max", axis, operands[0]);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        Array y = on.allocate(shape);
        int at = x.shape().axis(axis);
        int inner = Sizes.behind(x.shape(), at);
        int size = x.shape().size(at);
        if (inner == 1) {
            on.split(x.elements(), y.elements(), (from, to) -> on.kernels()
                    .rows()
                    .max(x.rows(from * size, size), y.rows(from, 1), to - from, size));
            return y;
        }
        int[] positions = Argmax.positions(x, at);
        for (int i = 0; i < positions.length; i++) {
            y.storage().set(y.at() + i, x.storage().get(x.at() + Argmax.index(i, positions[i], size, inner)));
        }
        return y;
    }

    static Shape inferAlong(String operation, int axis, Shape x) {
        if (x.size(axis) == 0) {
            throw new IllegalArgumentException(operation + " along the empty axis " + axis + " of shape " + x);
        }
        return x.without(axis);
    }
}
