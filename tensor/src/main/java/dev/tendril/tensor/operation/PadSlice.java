package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** Zeros of shape {@code whole} with a part of an axis set: the gradient of {@link Slice}. */
public record PadSlice(int axis, int from, Shape whole) implements Operation, Operation.Adding {
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
        Array part = array(operands, 0);
        int at = whole.axis(axis);
        int outer = Sizes.before(whole, at);
        int inner = Sizes.behind(whole, at);
        int length = part.shape().size(at) * inner;
        int step = whole.size(at) * inner;
        on.kernels().elementwise().add(part.rows(0, length), into.rows(from * inner, step), outer, length);
    }
}
