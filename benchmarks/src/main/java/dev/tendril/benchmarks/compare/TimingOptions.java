package dev.tendril.benchmarks.compare;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that times. */
final class TimingOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often all processes are started anew, ${DEFAULT-VALUE} by default.")
    private int forks;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "7",
            description = "Rounds, in each of which every contestant has one slice; ${DEFAULT-VALUE} by default.")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "4",
            description = "Seconds of a slice, ${DEFAULT-VALUE} by default.")
    private double seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "10",
            description = "Seconds of every contestant before the first round, ${DEFAULT-VALUE} by default.")
    private double warmUp;

    @Mixin
    private JvmChoice jvm = new JvmChoice();

    Rounds rounds() {
        return new Rounds(forks, rounds, seconds, warmUp);
    }

    Setup setup() {
        return jvm.setup();
    }

    /** Tells what happens. */
    void progress(String message) {
        System.err.println("benchmarks: " + message);
    }
}
