package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Storage;

/** What an operation computes with: kernels, memory, threads. */
public interface Execution {

    /** The kernels of the engine's precision. */
    Kernels kernels();

    /** An array that lives as long as its pass, unless it is let go before; its numbers are arbitrary. */
    Array allocate(Shape shape);

    /** Ends the life of memory that {@link #allocate} gave: nobody may read it any more. Memory from elsewhere is left alone. */
    void letGo(Storage storage);

    /** Memory for the duration of an operation, of at least this length; its numbers are arbitrary. */
    Storage borrow(int length);

    /** Ends a {@link #borrow}. */
    void giveBack(Storage storage);

    /**
     * Computes {@code count} independent outputs, perhaps in several ranges at once. No output may depend on how they are cut.
     *
     * @param work multiply-adds or numbers touched, all outputs together: decides whether threads are worth it
     */
    void split(long work, int count, Range range);

    /** Says that this thread has run so many steps of rows in the loop of a recurrence. */
    void ran(long rows);

    /** How many threads compute at once, the caller's included. */
    int threads();

    /** An array of zeros. */
    default Array zeroed(Shape shape) {
        Array array = allocate(shape);
        array.storage().fill(array.at(), array.elements(), 0);
        return array;
    }

    /** Computes some of the outputs. */
    @FunctionalInterface
    interface Range {
        /** From {@code from} (inclusive) to {@code to} (exclusive). */
        void run(int from, int to);
    }
}
