package dev.tendril.benchmarks.kernels;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The row operations of an LSTM, without its products, over {@value #STEPS} steps on one thread: as the engine plans them, and as loops
 * written by hand. The rate of {@code elements} is that of units, rows and steps, in 10⁹ a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class RowProgramsBenchmark {
    static final int STEPS = 16;

    /** Rows and units. */
    @Param({"32x512", "64x128", "64x32"})
    public String size = "";

    private PlannedRows planned = new PlannedRows(1, 1, 1);
    private HandWrittenRows written = new HandWrittenRows(1, 1, 1);
    private double elements;

    /** Called by JMH. */
    @Setup
    public void draw() {
        int[] sizes = Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
        planned = new PlannedRows(sizes[0], sizes[1], STEPS);
        written = new HandWrittenRows(sizes[0], sizes[1], STEPS);
        elements = (double) sizes[0] * sizes[1] * STEPS;
        compareBoth();
    }

    /** Both compute the same. */
    private void compareBoth() {
        planned.forwards();
        written.forwards();
        planned.backwards();
        written.backwards();
        double difference = Math.max(
                largest(planned.outputs(), written.outputs()), largest(planned.gradients(), written.gradients()));
        if (!(difference < 1e-4)) {
            throw new IllegalStateException("the two computations differ by " + difference);
        }
    }

    private static double largest(float[] one, float[] other) {
        double largest = one.length == other.length ? 0 : Double.NaN;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }

    /** Forwards, as planned. */
    @Benchmark
    public void forwardsPlanned(Elements done) {
        planned.forwards();
        done.elements += elements;
    }

    /** Forwards, by hand. */
    @Benchmark
    public void forwardsByHand(Elements done) {
        written.forwards();
        done.elements += elements;
    }

    /** Backwards, as planned. */
    @Benchmark
    public void backwardsPlanned(Elements done) {
        planned.backwards();
        done.elements += elements;
    }

    /** Backwards, by hand. */
    @Benchmark
    public void backwardsByHand(Elements done) {
        written.backwards();
        done.elements += elements;
    }
}
