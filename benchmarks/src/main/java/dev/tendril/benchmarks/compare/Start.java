package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.child.Child;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process whose start is timed.
 *
 * @param label in the table
 * @param command of the process
 * @param environment variables of the process
 * @param input its standard input, if it reads one
 */
record Start(String label, List<String> command, Map<String, String> environment, Optional<Path> input) {
    Start {
        command = List.copyOf(command);
    }

    /**
     * How a start went.
     *
     * @param seconds from before the process was there until it said that it was done; if it never says so, until it ended
     * @param peakBytes the most physical memory it has held, as it said; 0 if it did not
     */
    record Outcome(double seconds, long peakBytes) {}

    /**
     * Starts the process and waits for its end.
     *
     * @throws IllegalStateException if it fails
     */
    Outcome run() {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        input.ifPresent(file -> builder.redirectInput(file.toFile()));
        try {
            long started = System.nanoTime();
            Process process = builder.start();
            Optional<Outcome> said = said(process, started);
            int exitCode = process.waitFor();
            double seconds = (System.nanoTime() - started) * 1e-9;
            if (exitCode != 0) {
                throw new IllegalStateException(label + " ended with exit code " + exitCode + "; its messages say why");
            }
            return said.orElse(new Outcome(seconds, 0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + label + " runs", interrupted);
        }
    }

    private static Optional<Outcome> said(Process process, long started) throws IOException {
        Optional<Outcome> said = Optional.empty();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(Child.MARK)) {
                    double seconds = (System.nanoTime() - started) * 1e-9;
                    said = Optional.of(new Outcome(seconds, Long.parseLong(line.substring(Child.MARK.length()))));
                }
            }
        }
        return said;
    }
}
