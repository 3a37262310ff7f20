package dev.tendril.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The options that every timed JVM is started with. */
public final class JvmOptions {
    /** Asks for large pages; the launcher does where Linux gives them. */
    static final String LARGE_PAGES = "-XX:+UseTransparentHugePages";

    private static final Path LARGE_PAGES_STATE = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private static final List<String> ALL = List.of(
            "-XX:+UseSerialGC",
            "-Xmn32m",
            "-XX:MaxRAMPercentage=70",
            "-Djava.awt.headless=true",
            LARGE_PAGES,
            "--add-modules",
            "jdk.incubator.vector");

    /** Those of the launcher {@code tendril} on this machine but for its archive of classes; a test compares them. */
    public static final List<String> LAUNCHER = ALL.stream()
            .filter(option -> !option.equals(LARGE_PAGES) || givesLargePages())
            .toList();

    private JvmOptions() {}

    /** Whether the system gives large pages to programs that ask for them. */
    static boolean givesLargePages() {
        try {
            return Files.isReadable(LARGE_PAGES_STATE)
                    && Files.readString(LARGE_PAGES_STATE).matches("(?s).*\\[(always|madvise)].*");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + LARGE_PAGES_STATE, e);
        }
    }
}
