package dev.tendril.tensor.plan;

import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.kernel.Strided;

/** The memory that one thread works in while a plan runs: everybody's buffers and a block of its own. */
final class Workspace {
    private final Frame frame;
    private final Storage block;
    private final Storage scratch;
    private int blockStart;

    /**
     * Memory of a thread.
     *
     * @param block for values of {@link Memory#BLOCK}
     * @param scratch for kernels
     */
    Workspace(Frame frame, Storage block, Storage scratch) {
        this.frame = frame;
        this.block = block;
        this.scratch = scratch;
    }

    Frame frame() {
        return frame;
    }

    Kernels kernels() {
        return frame.kernels();
    }

    /** Scratch memory of products. */
    Storage scratch() {
        return scratch;
    }

    /** The row at which the present block starts. */
    void startBlock(int row) {
        blockStart = row;
    }

    Storage storage(Access access) {
        return access.buffer().memory() == Memory.BLOCK ? block : frame.storage(access);
    }

    /** Position of the first element of a row. */
    int at(Access access, int step, int row) {
        return access.buffer().memory() == Memory.BLOCK
                ? access.offset() + (row - blockStart) * access.rowStep()
                : frame.at(access, step, row);
    }

    Span span(Access access, int step, int row) {
        return new Span(storage(access), at(access, step, row));
    }

    /** An operand of a kernel, not yet placed. */
    Strided operand(Access access, int rowStep, int columnStep) {
        return new Strided(storage(access), 0, rowStep, columnStep);
    }
}
