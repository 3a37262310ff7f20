package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.child.Child;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** The process of a contestant; it computes only when it is asked to. */
final class ContestantProcess implements AutoCloseable {
    private static final int SECONDS_TO_END = 10;

    private final Contestant contestant;
    private final Process process;
    private final PrintStream commands;
    private final BufferedReader answers;

    private ContestantProcess(Contestant contestant, Process process) {
        this.contestant = contestant;
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the process; it makes itself ready meanwhile. */
    static ContestantProcess start(Contestant contestant) {
        ProcessBuilder builder =
                new ProcessBuilder(contestant.command()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(contestant.environment());
        try {
            return new ContestantProcess(contestant, builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Contestant contestant() {
        return contestant;
    }

    /**
     * What is known once a contestant has taken its first step.
     *
     * @param parameters number of learnt numbers
     * @param setting that was chosen as the fastest, in a few words; empty if there was nothing to choose
     */
    record Ready(long parameters, String setting) {}

    /** Waits for the first step. */
    Ready ready() {
        List<String> answer = ask("start");
        return new Ready(Long.parseLong(answer.get(1)), String.join(" ", answer.subList(2, answer.size())));
    }

    /** Steps for so long. */
    Slice run(double seconds) {
        List<String> slice = ask(String.format(Locale.ROOT, "run %.3f", seconds));
        double wall = Double.parseDouble(slice.get(2));
        return new Slice(wall * 1e-9 / Long.parseLong(slice.get(1)), Double.parseDouble(slice.get(3)) / wall);
    }

    /**
     * What is there to say besides times.
     *
     * @param loss of the last step, if it has one
     * @param peakBytes the most physical memory the process has held; 0 where the system does not tell
     * @param allocatedBytes on the Java heap, by a step
     */
    record State(OptionalDouble loss, long peakBytes, long allocatedBytes) {}

    State state() {
        List<String> state = ask("state");
        OptionalDouble loss =
                state.get(1).equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(state.get(1)));
        return new State(loss, Long.parseLong(state.get(2)), Long.parseLong(state.get(3)));
    }

    private List<String> ask(String command) {
        commands.println(command);
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(Child.MARK)) {
                    return List.of(line.substring(Child.MARK.length()).split(" "));
                }
                System.err.println(contestant.label() + ": " + line);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        throw new IllegalStateException(
                contestant.label() + " ended instead of answering '" + command + "'; its messages say why");
    }

    /** Lets it end, as it does with its input. */
    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
