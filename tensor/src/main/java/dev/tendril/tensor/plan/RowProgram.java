package dev.tendril.tensor.plan;

import dev.tendril.tensor.kernel.Storage;
import java.util.List;

/**
 * Row operations that run one after the other over a block of rows, small enough to stay in the cache, then over the next block.
 *
 * @param steps the operations
 * @param blockRows rows of a block
 * @param blockLength elements of the block's own values
 * @param flat whether rows of all steps may be run as one step
 */
record RowProgram(List<RowStep> steps, int blockRows, int blockLength, boolean flat) {
    /** Elements per operation that a block aims at. */
    static final int BLOCK_ELEMENTS = 768;

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
