package dev.tendril.tensor.plan;

import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Affine;
import dev.tendril.tensor.operation.Combine;
import dev.tendril.tensor.operation.MapEach;
import dev.tendril.tensor.operation.MatMul;
import dev.tendril.tensor.operation.SumTo;
import java.util.List;
import java.util.Locale;

/**
 * Row operations that run one after the other over a block of rows, small enough to stay in the cache, then over the next block.
 *
 * @param steps the operations
 * @param names of the operations, for people
 * @param blockRows rows of a block
 * @param blockLength elements of the block's own values
 * @param flat whether rows of all steps may be run as one step
 */
record RowProgram(List<RowStep> steps, List<String> names, int blockRows, int blockLength, boolean flat) {
    /** Elements per operation that a block aims at. */
    static final int BLOCK_ELEMENTS = 4096;

    /** What computes a value, for people. */
    static String name(Value value) {
        if (value.operation() instanceof MapEach map) {
            return lower(map.function().name());
        }
        if (value.operation() instanceof Combine combine) {
            return lower(combine.function().name());
        }
        if (value.isA(MatMul.class)) {
            return "matrix product";
        }
        if (value.isA(SumTo.class)) {
            return "sum";
        }
        if (value.isA(Affine.class)) {
            return "scale and shift";
        }
        return lower(value.operation().getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " "));
    }

    /** A name as words. */
    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The program at work in a thread's memory. */
    Running in(Frame frame, Storage block, Storage scratch) {
        Workspace workspace = new Workspace(frame, block, scratch);
        RowStep.Running[] running = new RowStep.Running[steps.size()];
        for (int i = 0; i < running.length; i++) {
            running[i] = steps.get(i).in(workspace);
        }
        return new Running(workspace, running, blockRows);
    }

    /** A program at work. */
    record Running(Workspace workspace, RowStep.Running[] steps, int blockRows) {
        /** Runs rows of a step. */
        void run(int step, int rowFrom, int rowTo) {
            for (int row = rowFrom; row < rowTo; row += blockRows) {
                workspace.startBlock(row);
                int rows = Math.min(blockRows, rowTo - row);
                for (RowStep.Running each : steps) {
                    each.run(step, row, rows);
                }
            }
        }
    }
}
