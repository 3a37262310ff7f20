package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** The part of an axis from {@code from} (inclusive) to {@code to} (exclusive). */
public record Slice(int axis, int from, int to) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        Shape x = operands[0];
        if (from < 0 || to < from || to > x.size(axis)) {
            throw new IllegalArgumentException(
                    "cannot slice axis " + axis + " of shape " + x + " from " + from + " to " + to);
        }
        return x.with(axis, to - from);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        int at = x.shape().axis(axis);
        int outer = Sizes.before(shape, at);
        int inner = Sizes.behind(shape, at);
        if (outer == 1) {
            return new Array(shape, x.storage(), x.at() + from * inner);
        }
        Array y = on.allocate(shape);
        int length = (to - from) * inner;
        int step = x.shape().size(at) * inner;
        for (int index = 0; index < outer; index++) {
            x.storage().copyTo(x.at() + index * step + from * inner, y.storage(), y.at() + index * length, length);
        }
        return y;
    }
}
