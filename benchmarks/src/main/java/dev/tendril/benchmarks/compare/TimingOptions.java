package dev.tendril.benchmarks.compare;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that times. */
final class TimingOptions {
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

    @Option(
            names = "--java",
            paramLabel = "HOME",
            description = "The Java that runs the contestants; that of this command by default.")
    private Optional<Path> java = Optional.empty();

    @Option(
            names = "--avx2",
            description =
                    "Keeps everything from wider vectors than those of AVX2, and leaves out what cannot be kept from them.")
    private boolean avx2;

    Rounds rounds() {
        return new Rounds(forks, rounds, seconds, warmUp);
    }

    Setup setup() {
        return new Setup(Setup.homeFolder(), java.orElseGet(() -> Path.of(System.getProperty("java.home"))), avx2);
    }

    /** Tells what happens. */
    void progress(String message) {
        System.err.println("benchmarks: " + message);
    }
}
