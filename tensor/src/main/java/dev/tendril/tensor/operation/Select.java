package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Elementwise;

/** mask ≠ 0 ? whenTrue : whenFalse, element by element; operands are mask, whenTrue, whenFalse, all broadcast. */
public record Select() implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return Shape.broadcast(operands[0], Shape.broadcast(operands[1], operands[2]));
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array y = on.allocate(shape);
        Elementwise elementwise = on.kernels().elementwise();
        Broadcast.run(
                on,
                y,
                (in, to, rows, columns) -> elementwise.select(in[0], in[1], in[2], to, rows, columns),
                array(operands, 0),
                array(operands, 1),
                array(operands, 2));
        return y;
    }
}
