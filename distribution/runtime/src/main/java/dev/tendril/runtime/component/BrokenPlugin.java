package dev.tendril.runtime.component;

/**
 * A plugin that was found and cannot be used; it is cited when a name is missing.
 *
 * @param location the jar or folder it was found in
 * @param cause why it cannot be used
 */
public record BrokenPlugin(String location, Throwable cause) {

    /** Where it is and why it cannot be used, in one line. */
    public String label() {
        String reason = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
        return location + ": " + reason.lines().findFirst().orElse(reason);
    }
}
