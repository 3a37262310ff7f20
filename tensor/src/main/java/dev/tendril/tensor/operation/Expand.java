package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Elementwise;

/** Broadcast to a larger shape. */
public record Expand(Shape shape) implements Operation, Operation.Adding {
    @Override
    public Shape infer(Shape... operands) {
        if (!Shape.broadcast(operands[0], shape).equals(shape)) {
            throw new IllegalArgumentException("cannot expand " + operands[0] + " to " + shape);
        }
        return shape;
    }

    @Override
    public Operand run(Execution on, Shape to, Operand... operands) {
        if (operands[0].shape().equals(to)) {
            return operands[0];
        }
        Array y = on.zeroed(to);
        addTo(on, y, operands);
        return y;
    }

    @Override
    public void addTo(Execution on, Array into, Operand... operands) {
        Elementwise elementwise = on.kernels().elementwise();
        Broadcast.run(
                on,
                into,
                (in, y, rows, columns) -> elementwise.binary(Binary.PLUS, in[0], in[1], y, rows, columns),
                into,
                array(operands, 0));
    }
}
