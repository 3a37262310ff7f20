package dev.tendril.benchmarks.child;

import dev.tendril.benchmarks.workload.Assignment;

/** Steps that allocate what is known: on each of two threads some large arrays, among many small ones. */
public final class KnownArrays implements Implementation {
    /** Large arrays of a step, on both threads together. */
    public static final int LARGE = 2 * 7;

    /** Elements of a large array. */
    public static final int BYTES = 1100;

    private static final int SMALL = 100;

    private volatile byte[] last = {}; // so that no array is optimised away

    /** Called by the process that records. */
    public KnownArrays() {}

    @Override
    public Task prepare(Assignment assignment) {
        return new Task() {
            @Override
            public void step() {
                Thread other = new Thread(KnownArrays.this::allocate);
                other.start();
                allocate();
                try {
                    other.join();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }

            @Override
            public long parameters() {
                return last.length;
            }

            @Override
            public void close() {}
        };
    }

    private void allocate() {
        for (int array = 0; array < LARGE / 2; array++) {
            last = new byte[BYTES];
            for (int small = 0; small < SMALL; small++) {
                last = new byte[10 * small];
            }
        }
    }
}
