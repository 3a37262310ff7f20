package dev.tendril.tensor.plan;

import dev.tendril.tensor.kernel.Rows;
import dev.tendril.tensor.kernel.Span;
import java.util.List;

/** An operation along the last axis of what every row holds, such as a softmax. */
record RowByRowStep(List<Access> accesses, Call call) implements RowStep {

    /** Calls a kernel for one run of elements; the result is the last operand. */
    @FunctionalInterface
    interface Call {
        void run(Rows kernels, Span[] operands, int columns);
    }

    RowByRowStep {
        for (Access access : accesses) {
            int last = access.sizes().length - 1;
            if (access.sizes()[last] != 1 && access.strides()[last] != 1) {
                throw new NotPlannable("an operation along an axis whose elements lie apart");
            }
        }
    }

    @Override
    public Running in(Workspace workspace) {
        Rows kernels = workspace.kernels().rows();
        Access result = accesses.get(accesses.size() - 1);
        int columns = result.sizes()[result.sizes().length - 1];
        int runs = columns == 0 ? 0 : result.width() / columns;
        Span[] spans = new Span[accesses.size()];
        return (step, row, rows) -> {
            for (int each = row; each < row + rows; each++) {
                for (int run = 0; run < runs; run++) {
                    for (int i = 0; i < spans.length; i++) {
                        Access access = accesses.get(i);
                        spans[i] = workspace.span(access, step, each).plus(start(access, run, result));
                    }
                    call.run(kernels, spans, columns);
                }
            }
        };
    }

    /** Where a run of elements starts, counted over the axes of the result but the last. */
    private static int start(Access access, int run, Access result) {
        int start = 0;
        int rest = run;
        int back = 2;
        for (int axis = result.sizes().length - 2; axis >= 0; axis--, back++) {
            int own = access.sizes().length - back;
            int index = rest % result.sizes()[axis];
            rest /= result.sizes()[axis];
            start += own < 0 || access.sizes()[own] == 1 ? 0 : index * access.strides()[own];
        }
        return start;
    }
}
