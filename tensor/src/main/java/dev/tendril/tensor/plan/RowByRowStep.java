package dev.tendril.tensor.plan;

import dev.tendril.tensor.kernel.Rows;
import dev.tendril.tensor.kernel.Strided;
import java.util.List;

/** An operation along the last axis of what every row holds, such as a softmax. */
record RowByRowStep(List<Access> accesses, Call call) implements RowStep {

    /** Calls a kernel; the result is the last operand. */
    @FunctionalInterface
    interface Call {
        void run(Rows kernels, Strided[] operands, int rows, int columns);
    }

    RowByRowStep {
        assert accesses.stream().allMatch(access -> access.follows(1)) : "elements of the last axis lie apart";
    }

    @Override
    public Running in(Workspace workspace) {
        Rows kernels = workspace.kernels().rows();
        Access result = accesses.get(accesses.size() - 1);
        int columns = result.sizes()[result.sizes().length - 1];
        int runs = columns == 0 ? 0 : result.width() / columns;
        Strided[] operands = new Strided[accesses.size()];
        for (int i = 0; i < operands.length; i++) {
            Access access = accesses.get(i);
            int last = access.sizes().length - 1;
            boolean repeated = access.sizes()[last] == 1 && columns != 1;
            operands[i] = workspace.operand(access, access.rowStep(), repeated ? 0 : 1);
        }
        if (runs == 1) {
            return (step, row, rows) -> {
                place(operands, workspace, step, row, 0);
                call.run(kernels, operands, rows, columns);
            };
        }
        return (step, row, rows) -> {
            for (int each = row; each < row + rows; each++) {
                for (int run = 0; run < runs; run++) {
                    place(operands, workspace, step, each, run);
                    call.run(kernels, operands, 1, columns);
                }
            }
        };
    }

    private void place(Strided[] operands, Workspace workspace, int step, int row, int run) {
        Access result = accesses.get(accesses.size() - 1);
        for (int i = 0; i < operands.length; i++) {
            Access access = accesses.get(i);
            operands[i].place(workspace.storage(access), workspace.at(access, step, row) + start(access, run, result));
        }
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
