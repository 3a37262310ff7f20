package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Storage;

/** 1 where an element is greater than a number, else 0. No gradient. */
public record GreaterThanNumber(double number) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return operands[0];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Storage bound = on.borrow(1);
        bound.set(0, number);
        Operand y = new Combine(Binary.GREATER).run(on, shape, operands[0], new Array(Shape.scalar(), bound, 0));
        on.giveBack(bound);
        return y;
    }
}
