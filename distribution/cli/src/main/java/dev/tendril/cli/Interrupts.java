package dev.tendril.cli;

/** Tells a running command that the user pressed Ctrl-C, or that the process is asked to end. */
@FunctionalInterface
interface Interrupts {

    /**
     * Watches until the result is closed. The process lives on until then, so whatever the command must still save is saved.
     *
     * @param stop asks the command to end; called on another thread, at most once
     */
    Watch watch(Runnable stop);

    /** A watch under way. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Nobody interrupts. */
    static Interrupts none() {
        return stop -> () -> {};
    }
}
