package dev.tendril.api;

import org.jspecify.annotations.Nullable;

/**
 * A failure the user can act on. Its message stands alone: it says where, what and what to do, and is shown without a stack
 * trace.
 */
public class TendrilException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure without an underlying cause. */
    public TendrilException(String message) {
        super(message);
    }

    /** A failure caused by another. */
    public TendrilException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
