package dev.tendril.tensor.plan;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.kernel.Strided;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Contract;
import dev.tendril.tensor.operation.Execution;
import dev.tendril.tensor.operation.Multiplication;
import dev.tendril.tensor.operation.SumTo;

/** What is computed last, from what all steps have left: sums over rows and steps, such as the gradients of weights. */
final class Totals {
    private final Recurrence plan;
    private final Frame frame;
    private final StepRows rows;
    private final Execution on;
    private final Operands operands;

    Totals(Recurrence plan, Frame frame, Execution on, Operands operands) {
        this.plan = plan;
        this.frame = frame;
        this.rows = frame.rows();
        this.on = on;
        this.operands = operands;
    }

    void run() {
        for (Value sum : plan.parts().sums()) {
            operands.put(sum, perRow(sum));
        }
        for (Value value : plan.parts().last()) {
            boolean fromSteps = value.operands().stream().allMatch(this::isPerStep);
            if (fromSteps && value.isA(Contract.class)) {
                operands.put(value, contraction(value));
            } else if (fromSteps
                    && value.isA(SumTo.class)
                    && value.width() == value.operands().get(0).width()) {
                operands.put(value, columnSums(value));
            } else {
                value.operands().stream()
                        .filter(this::isPerStep)
                        .forEach(operand -> operands.put(operand, dense(operand)));
                operands.array(value);
            }
        }
    }

    private boolean isPerStep(Value value) {
        return value.ofRows() && plan.isPerStep(View.of(value).base());
    }

    /** A sum over steps, by row. */
    private Array perRow(Value sum) {
        Access access = plan.layout().access(sum, 0);
        return new Array(sum.shape().with(0, rows.rows()), frame.storage(access), frame.at(access, 0, 0));
    }

    /** Σ a bᵀ over all rows of all steps. */
    private Array contraction(Value value) {
        AllRows a = allRows(value.operands().get(0));
        AllRows b = allRows(value.operands().get(1));
        Array total = on.allocate(value.shape());
        int columns = value.shape().size(1);
        Left left = new Left(a.span, 1, a.rowStep);
        Right right = new Right(b.span, rows.total(), columns, b.rowStep, 1);
        Multiplication.run(on, value.shape().size(0), left, right, Result.of(total.span(), columns));
        return total;
    }

    /** Σ over all rows of all steps. */
    private Array columnSums(Value value) {
        AllRows x = allRows(value.operands().get(0));
        Array total = on.zeroed(value.shape());
        on.split((long) rows.total() * total.elements(), total.elements(), (from, to) -> {
            Strided source = new Strided(x.span.storage(), x.span.at() + from, x.rowStep, 1);
            Strided sums = Strided.dense(total.storage(), total.at() + from, to - from);
            on.kernels().rows().addRows(source, sums, rows.total(), to - from);
        });
        return total;
    }

    /** A value of all steps as an array. */
    private Array dense(Value value) {
        AllRows x = allRows(value);
        Shape shape = value.shape().with(0, rows.total());
        if (x.rowStep == value.width()) {
            return new Array(shape, x.span.storage(), x.span.at());
        }
        Array copy = on.allocate(shape);
        for (int row = 0; row < rows.total(); row++) {
            int from = x.span.at() + row * x.rowStep;
            x.span.storage().copyTo(from, copy.storage(), copy.at() + row * value.width(), value.width());
        }
        return copy;
    }

    /**
     * The rows of all steps.
     *
     * @param span the first element
     * @param rowStep elements from row to row
     */
    private record AllRows(Span span, int rowStep) {}

    /** The rows of all steps of a value, copied if they do not follow one another. */
    private AllRows allRows(Value value) {
        Access access = plan.layout().access(value, 0);
        if (!access.isDense()) {
            throw new IllegalStateException(value + " is not dense");
        }
        boolean evenly = access.buffer().memory() == Memory.CARRIED && rows.allEqual();
        if (access.isFlat() || evenly) {
            return new AllRows(frame.span(access, 0, 0), access.rowStep());
        }
        int width = value.width();
        Storage together = operands.borrow(Math.multiplyExact(rows.total(), width));
        for (int step = 0; step < rows.steps(); step++) {
            for (int row = 0; row < rows.live(step); row++) {
                int to = (rows.start(step) + row) * width;
                frame.storage(access).copyTo(frame.at(access, step, row), together, to, width);
            }
        }
        return new AllRows(new Span(together, 0), width);
    }
}
