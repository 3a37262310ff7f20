package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** Axes {@code first} to {@code last} merged into one. */
public record Flatten(int first, int last) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        Shape x = operands[0];
        int from = x.axis(first);
        int to = x.axis(last);
        if (from > to) {
            throw new IllegalArgumentException("cannot flatten axes " + first + " to " + last + " of shape " + x);
        }
        Shape flat = x.with(from, Sizes.product(x, from, to + 1));
        for (int axis = to; axis > from; axis--) {
            flat = flat.without(axis);
        }
        return flat;
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        return array(operands, 0).as(shape);
    }
}
