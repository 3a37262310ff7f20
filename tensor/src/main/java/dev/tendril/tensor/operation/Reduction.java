package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Rows;

/** Sums along one axis. */
final class Reduction {
    private Reduction() {}

    /** y [outer, inner] = y + Σ over the middle axis of x [outer, middle, inner], in an order that the sizes alone decide. */
    static void add(Execution on, Array x, int outer, int middle, int inner, Array y) {
        Rows rows = on.kernels().rows();
        long work = (long) outer * middle * inner;
        if (inner == 1) {
            Array sums = new Array(Shape.of(outer), on.borrow(outer), 0);
            on.split(
                    work,
                    outer,
                    (from, until) -> rows.sum(x.rows(from * middle, middle), sums.rows(from, 1), until - from, middle));
            on.kernels().elementwise().add(sums.line(0), y.line(0), 1, outer);
            on.giveBack(sums.storage());
        } else if (outer == 1) {
            on.split(
                    work,
                    inner,
                    (from, until) -> rows.addRows(x.rows(from, inner), y.line(from), middle, until - from));
        } else {
            on.split(work, outer, (from, until) -> {
                for (int index = from; index < until; index++) {
                    rows.addRows(x.rows(index * middle * inner, inner), y.line(index * inner), middle, inner);
                }
            });
        }
    }
}
