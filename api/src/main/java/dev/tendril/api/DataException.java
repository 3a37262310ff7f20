package dev.tendril.api;

import org.jspecify.annotations.Nullable;

/** A data file cannot be read or does not hold what it should; the message starts with {@code file:line}. */
public final class DataException extends TendrilException {
    private static final long serialVersionUID = 1L;

    /** A problem at {@code where} ({@code file} or {@code file:line}). */
    public DataException(String where, String message) {
        super(where + ": " + message);
    }

    /** A problem at {@code where} caused by another failure. */
    public DataException(String where, String message, @Nullable Throwable cause) {
        super(where + ": " + message, cause);
    }
}
