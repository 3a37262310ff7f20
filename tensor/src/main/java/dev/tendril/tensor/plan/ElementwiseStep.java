package dev.tendril.tensor.plan;

import dev.tendril.tensor.kernel.Elementwise;
import dev.tendril.tensor.kernel.Strided;
import java.util.ArrayList;
import java.util.List;

/**
 * An elementwise operation. Axes that follow one another in every operand are merged; what is left becomes one call of a kernel for a
 * block of rows, or, for sheets, a call for each row.
 */
final class ElementwiseStep implements RowStep {
    private final List<Access> accesses;
    private final Call call;
    private final int[] sizes; // merged axes, outermost first
    private final int[][] strides; // by operand
    private final int innerAxes; // how many of them a call covers
    private final boolean columns; // whether the last one is along the columns

    /** Calls a kernel; the result is the last operand. */
    @FunctionalInterface
    interface Call {
        void run(Elementwise kernels, Strided[] operands, int rows, int columns);
    }

    /**
     * An operation.
     *
     * @param accesses operands, then the result; operands are repeated to the sizes of the result
     */
    ElementwiseStep(List<Access> accesses, Call call) {
        int[] target = accesses.get(accesses.size() - 1).sizes();
        this.accesses = accesses.stream().map(access -> access.expanded(target)).toList();
        this.call = call;
        List<Integer> axes = merged(target);
        this.sizes = new int[axes.size()];
        this.strides = new int[accesses.size()][axes.size()];
        for (int i = 0; i < sizes.length; i++) {
            int from = i == 0 ? 0 : axes.get(i - 1) + 1;
            sizes[i] = 1;
            for (int axis = from; axis <= axes.get(i); axis++) {
                sizes[i] *= target[axis];
            }
            for (int operand = 0; operand < strides.length; operand++) {
                strides[operand][i] = this.accesses.get(operand).strides()[axes.get(i)];
            }
        }
        this.columns = sizes.length > 0 && everyStrideIsColumn();
        this.innerAxes = sizes.length == 0 ? 0 : columns && sizes.length > 1 ? 2 : 1;
    }

    /** The last axis of each run of axes that are one axis for every operand; axes of size 1 join any run. */
    private List<Integer> merged(int... target) {
        List<Integer> ends = new ArrayList<>();
        int current = -1; // innermost real axis of the run being built, outermost seen so far
        for (int axis = target.length - 1; axis >= 0; axis--) {
            if (target[axis] == 1) {
                continue;
            }
            if (current < 0 || !continues(axis, current, target)) {
                ends.add(0, axis);
            }
            current = axis;
        }
        return ends;
    }

    private boolean continues(int outer, int inner, int... target) {
        for (Access access : accesses) {
            if (access.strides()[outer] != access.strides()[inner] * target[inner]) {
                return false;
            }
        }
        return true;
    }

    private boolean everyStrideIsColumn() {
        int last = sizes.length - 1;
        for (int[] own : strides) {
            if (own[last] != 0 && own[last] != 1) {
                return false;
            }
        }
        return strides[strides.length - 1][last] == 1;
    }

    @Override
    public List<Access> accesses() {
        return accesses;
    }

    @Override
    public Running in(Workspace workspace) {
        Strided[] operands = new Strided[accesses.size()];
        boolean rowsTogether = sizes.length == 0 || (sizes.length == 1 && columns);
        for (int i = 0; i < operands.length; i++) {
            int columnStep = sizes.length == 0 || !columns ? 1 : strides[i][sizes.length - 1];
            int rowStep = rowsTogether ? accesses.get(i).rowStep() : strides[i][sizes.length - (columns ? 2 : 1)];
            boolean repeated = sizes.length == 0 && rowStep == 0;
            operands[i] = workspace.operand(accesses.get(i), rowStep, repeated ? 0 : columnStep);
        }
        Elementwise kernels = workspace.kernels().elementwise();
        if (rowsTogether) {
            int width = sizes.length == 0 ? 1 : sizes[0];
            return (step, row, rows) -> {
                place(operands, workspace, step, row);
                call.run(kernels, operands, rows, width);
            };
        }
        return (step, row, rows) -> {
            for (int each = row; each < row + rows; each++) {
                place(operands, workspace, step, each);
                sweep(kernels, operands, 0);
            }
        };
    }

    private void place(Strided[] operands, Workspace workspace, int step, int row) {
        for (int i = 0; i < operands.length; i++) {
            Access access = accesses.get(i);
            operands[i].place(workspace.storage(access), workspace.at(access, step, row));
        }
    }

    /** Runs over the outer axes from one on, and calls the kernel for the inner ones. */
    private void sweep(Elementwise kernels, Strided[] operands, int axis) {
        if (sizes.length - axis == innerAxes) {
            int last = sizes.length - 1;
            call.run(kernels, operands, sizes[columns ? last - 1 : last], columns ? sizes[last] : 1);
            return;
        }
        for (int index = 0; index < sizes[axis]; index++) {
            sweep(kernels, operands, axis + 1);
            shift(operands, axis, 1);
        }
        shift(operands, axis, -sizes[axis]);
    }

    private void shift(Strided[] operands, int axis, int count) {
        for (int i = 0; i < operands.length; i++) {
            operands[i].place(operands[i].storage(), operands[i].at() + count * strides[i][axis]);
        }
    }
}
