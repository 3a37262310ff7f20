package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** A growing tensor with one step more: [B, t, D...] and [B, D...] give [B, t + 1, D...]. */
public record Append() implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        Shape grown = operands[0];
        Shape step = operands[1];
        if (grown.rank() != step.rank() + 1 || !grown.without(1).equals(step)) {
            throw Wrong.operands("append", "[B, t, D...] and [B, D...]", grown, step);
        }
        return grown.with(1, grown.size(1) + 1);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array step = array(operands, 1);
        return new Concat(1).run(on, shape, operands[0], step.as(step.shape().insert(1, 1)));
    }
}
