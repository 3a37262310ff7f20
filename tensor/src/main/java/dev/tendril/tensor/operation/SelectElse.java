package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Storage;

/** mask ≠ 0 ? whenTrue : a number; operands are mask and whenTrue, both broadcast. */
public record SelectElse(double whenFalse) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return Shape.broadcast(operands[0], operands[1]);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Storage number = on.borrow(1);
        number.set(0, whenFalse);
        Array otherwise = new Array(Shape.scalar(), number, 0);
        Operand y = new Select().run(on, shape, operands[0], operands[1], otherwise);
        on.giveBack(number);
        return y;
    }
}
