package dev.tendril.cli;

/**
 * One thing that was looked at.
 *
 * @param name what it is
 * @param value what was found
 * @param remedy what to do; empty if all is well
 */
record Check(String name, String value, String remedy) {
    /** Something as it should be. */
    static Check fine(String name, String value) {
        return new Check(name, value, "");
    }

    /** Whether it is as it should be. */
    boolean fine() {
        return remedy.isEmpty();
    }
}
