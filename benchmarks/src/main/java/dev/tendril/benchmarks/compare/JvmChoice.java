package dev.tendril.benchmarks.compare;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that choose the JVMs. */
final class JvmChoice {
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

    Setup setup() {
        return new Setup(Setup.homeFolder(), java.orElseGet(() -> Path.of(System.getProperty("java.home"))), avx2);
    }
}
