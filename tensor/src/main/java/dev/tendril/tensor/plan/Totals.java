package dev.tendril.tensor.plan;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.kernel.Strided;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Execution;
import dev.tendril.tensor.operation.Multiplication;
import java.util.List;

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
        for (Total total : plan.parts().totals()) {
            if (total instanceof Total.Products products) {
                share(products.values(), contraction(products.values()));
            } else if (total instanceof Total.Columns columns) {
                share(columns.values(), columnSums(columns.values()));
            } else if (total instanceof Total.Other other) {
                other.value().operands().stream()
                        .filter(this::isPerStep)
                        .forEach(operand -> operands.put(operand, dense(operand)));
                operands.array(other.value());
            }
        }
    }

    private boolean isPerStep(Value value) {
        return value.ofRows() && plan.isPerStep(View.of(value).base());
    }

    /** Gives each value its part of an array. */
    private void share(List<Value> values, Storage together) {
        int at = 0;
        for (Value value : values) {
            operands.put(value, new Array(value.shape(), together, at));
            at += value.width();
        }
    }

    /** A sum over steps, by row. */
    private Array perRow(Value sum) {
        Access access = plan.layout().access(sum, 0);
        return new Array(sum.shape().with(0, rows.rows()), frame.storage(access), frame.at(access, 0, 0));
    }

    /** Σ a bᵀ over all rows of all steps. */
    private Storage contraction(List<Value> values) {
        AllRows a = together(values);
        AllRows b = allRows(access(values.get(0).operands().get(1)));
        int columns = values.get(0).shape().size(1);
        Storage total = on.allocate(Shape.of(a.width, columns)).storage();
        Left left = new Left(a.span, 1, a.rowStep);
        Right right = new Right(b.span, rows.total(), columns, b.rowStep, 1);
        Multiplication.run(on, a.width, left, right, Result.of(new Span(total, 0), columns));
        return total;
    }

    /** Σ x over all rows of all steps. */
    private Storage columnSums(List<Value> values) {
        AllRows x = together(values);
        Storage total = on.zeroed(Shape.of(x.width)).storage();
        on.split((long) rows.total() * x.width, x.width, (from, to) -> {
            Strided source = new Strided(x.span.storage(), x.span.at() + from, x.rowStep, 1);
            Strided sums = Strided.dense(total, from, to - from);
            on.kernels().rows().addRows(source, sums, rows.total(), to - from);
        });
        return total;
    }

    /** The first operands of some values, which lie side by side. */
    private AllRows together(List<Value> values) {
        int width = values.stream()
                .mapToInt(value -> value.operands().get(0).width())
                .sum();
        Access first = access(values.get(0).operands().get(0));
        return allRows(first.through(new int[] {width}, new int[] {1}));
    }

    private Access access(Value value) {
        Access access = plan.layout().access(value, 0);
        if (!access.isDense()) {
            throw new IllegalStateException(value + " is not dense");
        }
        return access;
    }

    /** A value of all steps as an array. */
    private Array dense(Value value) {
        AllRows x = allRows(access(value));
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
     * @param width of a row
     */
    private record AllRows(Span span, int rowStep, int width) {}

    /** The rows of all steps of a value, copied if they do not follow one another. */
    private AllRows allRows(Access access) {
        int width = access.width();
        if (frame.isFlat(access)) {
            return new AllRows(frame.span(access, 0, 0), access.rowStep(), width);
        }
        Storage together = operands.borrow(Math.multiplyExact(rows.total(), width));
        for (int step = 0; step < rows.steps(); step++) {
            for (int row = 0; row < rows.live(step); row++) {
                int to = (rows.start(step) + row) * width;
                frame.storage(access).copyTo(frame.at(access, step, row), together, to, width);
            }
        }
        return new AllRows(new Span(together, 0), width, width);
    }
}
