package dev.tendril.tensor.plan;

import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Strided;
import java.util.List;

/**
 * A sum along some axes of what every row holds.
 *
 * @param from what is summed
 * @param to where the sums go, with the axes of {@code from}: step 0 along those that are summed
 * @param whole where the sums go, as they lie
 */
record SumStep(Access from, Access to, Access whole) implements RowStep {
    @Override
    public List<Access> accesses() {
        return List.of(from, whole);
    }

    @Override
    public Running in(Workspace workspace) {
        Kernels kernels = workspace.kernels();
        int last = from.sizes().length - 1;
        int columns = from.sizes()[last];
        int runs = columns == 0 ? 0 : from.width() / columns;
        boolean alongLast = to.strides()[last] == 0 && columns != 1;
        Strided x = workspace.operand(from, 0, from.strides()[last] == 0 ? 0 : 1);
        Strided y = workspace.operand(to, 0, 1);
        Strided one = new Strided(workspace.scratch(), 0, 1, 1);
        return (step, row, rows) -> {
            for (int each = row; each < row + rows; each++) {
                Span source = workspace.span(from, step, each);
                Span target = workspace.span(to, step, each);
                target.storage().fill(target.at(), whole.width(), 0);
                for (int run = 0; run < runs; run++) {
                    x.place(source.storage(), source.at() + start(from, run));
                    y.place(target.storage(), target.at() + start(to, run));
                    if (alongLast) {
                        kernels.rows().sum(x, one, 1, columns);
                        kernels.elementwise().add(one, y, 1, 1);
                    } else {
                        kernels.elementwise().add(x, y, 1, columns);
                    }
                }
            }
        };
    }

    private static int start(Access access, int run) {
        int start = 0;
        int rest = run;
        for (int axis = access.sizes().length - 2; axis >= 0; axis--) {
            start += rest % access.sizes()[axis] * access.strides()[axis];
            rest /= access.sizes()[axis];
        }
        return start;
    }
}
