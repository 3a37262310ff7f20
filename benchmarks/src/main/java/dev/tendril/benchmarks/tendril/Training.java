package dev.tendril.benchmarks.tendril;

import dev.tendril.api.tensor.Parameter;
import dev.tendril.benchmarks.child.ThreadReport;
import dev.tendril.benchmarks.workload.Assignment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A workload that is trained step by step with one number of threads.
 *
 * @param threads the number
 * @param task takes the steps
 * @param milliseconds of each step so far
 */
record Training(int threads, TrainingTask<?> task, List<Double> milliseconds) implements AutoCloseable {
    /** Enough digits of a digest to tell weights apart. */
    private static final int DIGITS = 16;

    /**
     * Makes a workload ready.
     *
     * @throws IllegalArgumentException if it does not train a model
     */
    static Training of(Assignment assignment) {
        if (new TendrilImplementation().prepare(assignment) instanceof TrainingTask<?> task) {
            return new Training(assignment.threads(), task, new ArrayList<>());
        }
        throw new IllegalArgumentException(assignment.workload().label() + " does not train a model");
    }

    void step() {
        long started = System.nanoTime();
        task.step();
        milliseconds.add((System.nanoTime() - started) * 1e-6);
    }

    /** What came of it so far. */
    ThreadReport report() {
        List<Double> warm = milliseconds.subList(milliseconds.size() / 2, milliseconds.size());
        double median = warm.stream().sorted().toList().get(warm.size() / 2);
        List<ThreadReport.Work> work = task.model().engine().work().stream()
                .map(each -> new ThreadReport.Work(each.thread(), each.parts(), each.rows()))
                .toList();
        return new ThreadReport(threads, digest(), median, work);
    }

    /** SHA-256 of the weights, shortened. */
    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Parameter parameter : task.model().parameters().parameters()) {
                double[] numbers = parameter.toDoubles();
                ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers.length);
                bytes.asDoubleBuffer().put(numbers);
                digest.update(parameter.path().getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    @Override
    public void close() {
        task.close();
    }
}
