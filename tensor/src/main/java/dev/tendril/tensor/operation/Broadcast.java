package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Strided;
import java.util.Arrays;

/**
 * Runs elementwise kernels over operands that are broadcast to one shape: merges axes that are contiguous in every operand, so that
 * most cases become one run of columns or one block of rows.
 */
final class Broadcast {
    private final int[] sizes; // collapsed axes, outermost first; the last are rows and columns
    private final int[][] steps; // by operand and axis

    private Broadcast(int[] sizes, int[][] steps) {
        this.sizes = sizes;
        this.steps = steps;
    }

    /** Computes a block of rows: the operands in order, where the result goes, its rows and columns. */
    @FunctionalInterface
    interface Block {
        void run(Strided[] operands, Strided y, int rows, int columns);
    }

    static void run(Execution on, Array y, Block block, Array... operands) {
        if (y.elements() == 0) {
            return;
        }
        of(y.shape(), operands).compute(on, y, block, operands);
    }

    private void compute(Execution on, Array y, Block block, Array... operands) {
        int columns = sizes[sizes.length - 1];
        int rows = sizes[sizes.length - 2];
        int outer = 1;
        for (int axis = 0; axis < sizes.length - 2; axis++) {
            outer *= sizes[axis];
        }
        long work = (long) outer * rows * columns;
        if (outer > 1) {
            on.split(work, outer, (from, to) -> {
                for (int index = from; index < to; index++) {
                    block.run(at(operands, index, 0, 0), y.rows(index * rows * columns, columns), rows, columns);
                }
            });
        } else if (rows > 1) {
            on.split(
                    work,
                    rows,
                    (from, to) ->
                            block.run(at(operands, 0, from, 0), y.rows(from * columns, columns), to - from, columns));
        } else {
            on.split(work, columns, (from, to) -> block.run(at(operands, 0, 0, from), y.line(from), 1, to - from));
        }
    }

    /** The operands of the block that starts at one outer index, row and column. */
    private Strided[] at(Array[] operands, int outer, int row, int column) {
        Strided[] placed = new Strided[operands.length];
        int last = sizes.length - 1;
        for (int i = 0; i < operands.length; i++) {
            int offset = row * steps[i][last - 1] + column * steps[i][last];
            int rest = outer;
            for (int axis = last - 2; axis >= 0; axis--) {
                offset += rest % sizes[axis] * steps[i][axis];
                rest /= sizes[axis];
            }
            placed[i] =
                    new Strided(operands[i].storage(), operands[i].at() + offset, steps[i][last - 1], steps[i][last]);
        }
        return placed;
    }

    private static Broadcast of(Shape result, Array... operands) {
        int rank = result.rank();
        int[] sizes = new int[rank + 2];
        int[][] steps = new int[operands.length][rank + 2];
        int used = sizes.length;
        for (int axis = rank - 1; axis >= 0; axis--) {
            if (result.size(axis) == 1) {
                continue;
            }
            int[] next = new int[operands.length];
            for (int i = 0; i < operands.length; i++) {
                next[i] = step(operands[i].shape(), axis - rank);
            }
            if (used < sizes.length && continues(next, steps, used, sizes[used])) {
                sizes[used] *= result.size(axis);
                continue;
            }
            used--;
            sizes[used] = result.size(axis);
            for (int i = 0; i < operands.length; i++) {
                steps[i][used] = next[i];
            }
        }
        return trimmed(sizes, steps, used);
    }

    /** Whether an axis with these steps and the one inside it are one longer axis for every operand. */
    private static boolean continues(int[] next, int[][] steps, int inner, int innerSize) {
        for (int i = 0; i < next.length; i++) {
            if (next[i] != steps[i][inner] * innerSize) {
                return false;
            }
        }
        return true;
    }

    /** Drops unused axes, keeping at least rows and columns. */
    private static Broadcast trimmed(int[] sizes, int[][] steps, int used) {
        int first = Math.min(used, sizes.length - 2);
        for (int axis = first; axis < used; axis++) {
            sizes[axis] = 1;
        }
        int[][] kept = new int[steps.length][];
        for (int i = 0; i < steps.length; i++) {
            kept[i] = Arrays.copyOfRange(steps[i], first, sizes.length);
            if (sizes[sizes.length - 1] == 1) {
                kept[i][kept[i].length - 1] = 1;
            }
        }
        return new Broadcast(Arrays.copyOfRange(sizes, first, sizes.length), kept);
    }

    /** Elements from one index of an axis (counted from the end) to the next; 0 where the operand is repeated. */
    private static int step(Shape shape, int axis) {
        if (-axis > shape.rank() || shape.size(axis) == 1) {
            return 0;
        }
        return Sizes.behind(shape, shape.rank() + axis);
    }
}
