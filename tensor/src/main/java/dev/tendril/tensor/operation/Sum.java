package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** Sum along an axis, which is dropped. */
public record Sum(int axis) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return operands[0].without(axis);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        int at = x.shape().axis(axis);
        Array y = on.zeroed(shape);
        int outer = Sizes.before(x.shape(), at);
        Reduction.add(on, x, outer, x.shape().size(at), Sizes.behind(x.shape(), at), y);
        return y;
    }
}
