package dev.tendril.tensor.operation;

import dev.tendril.tensor.kernel.Rows;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.kernel.Strided;

/** Sums along one axis. */
final class Reduction {
    private Reduction() {}

    /** y [outer, inner] = y + Σ over the middle axis of x [outer, middle, inner], in an order that the sizes alone decide. */
    static void add(Execution on, Span x, int outer, int middle, int inner, Span y) {
        Rows rows = on.kernels().rows();
        long work = (long) outer * middle * inner;
        if (inner == 1) {
            Storage sums = on.borrow(outer);
            Span to = new Span(sums, 0);
            on.split(
                    work, outer, (from, until) -> rows.sum(x.plus(from * middle), until - from, middle, to.plus(from)));
            on.kernels()
                    .elementwise()
                    .add(Strided.dense(sums, 0, outer), Strided.dense(y.storage(), y.at(), outer), 1, outer);
            on.giveBack(sums);
        } else if (outer == 1) {
            on.split(
                    work,
                    inner,
                    (from, until) -> rows.addRows(x.plus(from), middle, inner, until - from, y.plus(from)));
        } else {
            on.split(work, outer, (from, until) -> {
                for (int index = from; index < until; index++) {
                    rows.addRows(x.plus(index * middle * inner), middle, inner, inner, y.plus(index * inner));
                }
            });
        }
    }
}
