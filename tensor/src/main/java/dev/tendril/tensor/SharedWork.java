package dev.tendril.tensor;

import dev.tendril.tensor.operation.Execution.Range;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Work cut into parts that whoever comes takes one after the other. */
final class SharedWork implements Runnable {
    private static final int SPINS = 20_000; // some tens of microseconds before the caller sleeps

    private final Range range;
    private final int count;
    private final int parts;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    SharedWork(Range range, int count, int parts) {
        this.range = range;
        this.count = count;
        this.parts = parts;
    }

    int parts() {
        return parts;
    }

    /** Takes parts until none is left. A failure is kept for the caller; the remaining parts are not run. */
    @Override
    public void run() {
        for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
            try {
                if (failure.get() == null) {
                    range.run(start(part), start(part + 1));
                }
            } catch (Throwable thrown) { // handed to the caller, errors included
                failure.compareAndSet(null, thrown);
            } finally {
                if (finished.incrementAndGet() == parts) {
                    LockSupport.unpark(caller);
                }
            }
        }
    }

    /** Waits for parts that others took, and throws what one of them threw. */
    void await() {
        boolean interrupted = false;
        for (int spin = 0; finished.get() < parts; spin++) {
            if (spin < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw rethrown(thrown);
        }
    }

    private int start(int part) {
        return (int) ((long) count * part / parts);
    }

    /** The failure as the caller sees it: of the same kind where that can be built, with the original as cause. */
    private static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof CancellationException) {
            CancellationException cancelled = new CancellationException(thrown.getMessage());
            cancelled.initCause(thrown);
            return cancelled;
        }
        if (thrown instanceof IllegalArgumentException) {
            return new IllegalArgumentException(thrown.getMessage(), thrown);
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a part of a parallel computation failed: " + thrown, thrown);
    }
}
