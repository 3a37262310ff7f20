package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Span;

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
        for (int index = 0; index < outer; index++) {
            Span to = into.span().plus(index * step + from * inner);
            on.kernels().elementwise().add(part.span().plus(index * length), to, length);
        }
    }
}
