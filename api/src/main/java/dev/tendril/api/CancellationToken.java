package dev.tendril.api;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks a running computation to stop. The caller keeps the token and cancels it from any thread; long computations poll it
 * (an unroll at every step, training at every batch) and end with a {@link CancellationException}.
 */
public final class CancellationToken {
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** Requests the stop. Calling it again changes nothing. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Whether the stop was requested. */
    public boolean isCancelled() {
        return cancelled.get();
    }

    /**
     * Ends the calling computation if the stop was requested.
     *
     * @throws CancellationException if it was
     */
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled by the caller's token");
        }
    }
}
