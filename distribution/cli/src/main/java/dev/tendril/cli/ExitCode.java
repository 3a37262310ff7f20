package dev.tendril.cli;

/** What a process ends with. */
final class ExitCode {
    private ExitCode() {}

    /** All went well. */
    static final int OK = 0;

    /** The command failed, data included. */
    static final int FAILED = 1;

    /** The command line or the YAML file cannot be used. */
    static final int USAGE = 2;

    /** Ended by Ctrl-C: 128 plus the number of the signal. */
    static final int INTERRUPTED = 130;
}
