package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Elementwise;
import dev.tendril.tensor.kernel.Storage;

/** A function of two elements; both operands are broadcast. */
public record Combine(Binary function) implements Operation, Operation.Adding {
    @Override
    public Shape infer(Shape... operands) {
        return operands[0].equals(operands[1]) ? operands[0] : Shape.broadcast(operands[0], operands[1]);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array y = on.allocate(shape);
        compute(on, y, operands);
        return y;
    }

    @Override
    public void addTo(Execution on, Array into, Operand... operands) {
        Elementwise elementwise = on.kernels().elementwise();
        Array a = array(operands, 0);
        Array b = array(operands, 1);
        if (function == Binary.TIMES && a.shape().equals(b.shape())) {
            on.split(
                    into.elements(),
                    into.elements(),
                    (from, to) -> elementwise.addProduct(a.line(from), b.line(from), into.line(from), 1, to - from));
            return;
        }
        Storage borrowed = on.borrow(into.elements());
        Array made = new Array(into.shape(), borrowed, 0);
        compute(on, made, operands);
        on.split(
                into.elements(),
                into.elements(),
                (from, to) -> elementwise.add(made.line(from), into.line(from), 1, to - from));
        on.giveBack(borrowed);
    }

    private void compute(Execution on, Array y, Operand... operands) {
        Elementwise elementwise = on.kernels().elementwise();
        Broadcast.run(
                on,
                y,
                (in, to, rows, columns) -> elementwise.binary(function, in[0], in[1], to, rows, columns),
                array(operands, 0),
                array(operands, 1));
    }
}
