package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** The operands one behind the other along an axis. */
public record Concat(int axis) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        int size = 0;
        for (Shape operand : operands) {
            if (operand.rank() != operands[0].rank() || !operand.with(axis, 0).equals(operands[0].with(axis, 0))) {
                throw Wrong.operands(
                        "concat along axis " + axis, "equal sizes on the other axes", operands[0], operand);
            }
            size = Math.addExact(size, operand.size(axis));
        }
        return operands[0].with(axis, size);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array y = on.allocate(shape);
        int at = shape.axis(axis);
        int outer = Sizes.before(shape, at);
        int step = shape.size(at) * Sizes.behind(shape, at);
        int done = 0;
        for (int i = 0; i < operands.length; i++) {
            Array x = array(operands, i);
            int length = x.shape().size(at) * Sizes.behind(shape, at);
            for (int index = 0; index < outer; index++) {
                x.storage().copyTo(x.at() + index * length, y.storage(), y.at() + index * step + done, length);
            }
            done += length;
        }
        return y;
    }
}
