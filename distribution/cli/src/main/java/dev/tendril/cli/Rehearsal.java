package dev.tendril.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Trains a small model and predicts with it, as a user would. The launcher runs it once to learn which classes this takes; the JVM keeps
 * them in an archive.
 */
public final class Rehearsal {
    private static final String INPUT = "jeudi 14 mai 1998\n";

    private Rehearsal() {}

    /** Rehearses in a temporary folder; throws, so that the process fails, if a command did. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("tendril");
        int exitCode;
        try {
            exitCode = run(folder, System.out, System.err);
        } finally {
            delete(folder);
        }
        if (exitCode != ExitCode.OK) {
            throw new IllegalStateException("a command ended with exit code " + exitCode);
        }
    }

    /** Rehearses in a folder; returns the exit code of the first command that failed, or that of success. */
    static int run(Path folder, PrintStream out, PrintStream err) throws IOException {
        Path yaml = folder.resolve("rehearsal.yaml");
        try (InputStream resource = Rehearsal.class.getResourceAsStream("rehearsal.yaml")) {
            Files.copy(Objects.requireNonNull(resource, "the model file belongs to this class"), yaml);
        }
        String model = folder.resolve("run").toString();
        List<String[]> commands = List.of(
                new String[] {"train", yaml.toString(), "--out", model},
                new String[] {"predict", model},
                new String[] {"predict", "--json", model});
        int exitCode = ExitCode.OK;
        for (String[] command : commands) {
            if (exitCode == ExitCode.OK) {
                InputStream input = new ByteArrayInputStream(INPUT.getBytes(StandardCharsets.UTF_8));
                exitCode = Main.run(command, input, out, err);
            }
        }
        return exitCode;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Rehearsal::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
