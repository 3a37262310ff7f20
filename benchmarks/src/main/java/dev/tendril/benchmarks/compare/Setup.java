package dev.tendril.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things are, and what the JVMs are.
 *
 * @param home the folder {@code benchmarks}
 * @param java home of the Java that runs the contestants
 * @param avx2 whether everything is kept from wider vectors than those of AVX2
 */
public record Setup(Path home, Path java, boolean avx2) {
    /** The system property that names the folder {@code benchmarks}. */
    public static final String HOME = "tendril.benchmarks.home";

    private static final String CLASS_PATH = "class-path.txt";

    /**
     * The folder that {@link #HOME} names.
     *
     * @throws IllegalStateException if it names none
     */
    static Path homeFolder() {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new IllegalStateException("-D" + HOME + " is not set; start with the scripts in benchmarks/");
        }
        return Path.of(home);
    }

    /** The command of a JVM, up to its class path and main class. */
    List<String> jvm(String classPath, String main) {
        List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
        command.addAll(JvmOptions.LAUNCHER);
        if (avx2) {
            command.add("-XX:UseAVX=2");
        }
        command.addAll(List.of("-cp", classPath, main));
        return command;
    }

    /**
     * The class path of a peer.
     *
     * @throws IllegalStateException if it is not built
     */
    String classPath(Peer peer) {
        Path target = home.resolve("peers").resolve(peer.module()).resolve("target");
        Path file = target.resolve(CLASS_PATH);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(
                    peer.label() + " is not built: there is no " + file + "; start with benchmarks/run --peers");
        }
        try {
            return target.resolve("tendril-benchmarks-" + peer.module() + ".jar")
                    + System.getProperty("path.separator")
                    + Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The folder of plugins that Tendril is timed with. */
    Path plugins() {
        return home.resolve("plugin/target/plugins");
    }
}
