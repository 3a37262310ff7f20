package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;
import static dev.tendril.tensor.operation.Operation.ids;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Strided;

/** The gradient of {@link LookUp}: operands are g and the ids; rows are added by position, in ascending order. */
public record LookUpGradient(Shape table) implements Operation, Operation.Adding {
    @Override
    public Shape infer(Shape... operands) {
        return table;
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array y = on.zeroed(shape);
        addTo(on, y, operands);
        return y;
    }

    @Override
    public void addTo(Execution on, Array into, Operand... operands) {
        Array g = array(operands, 0);
        IdArray ids = ids(operands, 1);
        int width = Sizes.behind(table, 0);
        on.split(g.elements(), width, (from, to) -> { // threads share columns: every row adds in the same order
            Strided addend = g.line(from);
            Strided sum = into.line(from);
            for (int i = 0; i < ids.count(); i++) {
                addend.place(g.storage(), g.at() + i * width + from);
                sum.place(into.storage(), into.at() + ids.at(i) * width + from);
                on.kernels().elementwise().add(addend, sum, 1, to - from);
            }
        });
    }
}
