package dev.tendril.benchmarks.compare;

import java.util.List;

/** The options that every timed JVM is started with. */
public final class JvmOptions {
    /** Those of the launcher {@code tendril} but for its archive of classes; a test compares them. */
    public static final List<String> LAUNCHER = List.of(
            "-XX:+UseSerialGC",
            "-Xmn32m",
            "-XX:MaxRAMPercentage=70",
            "-Djava.awt.headless=true",
            "--add-modules",
            "jdk.incubator.vector");

    private JvmOptions() {}
}
