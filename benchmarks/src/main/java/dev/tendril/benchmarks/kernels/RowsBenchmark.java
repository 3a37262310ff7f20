package dev.tendril.benchmarks.kernels;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Rows;
import dev.tendril.tensor.kernel.Span;
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

/** Kernels over rows on one thread; the rate of {@code elements} is in 10⁹ a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RowsBenchmark {
    private static final double EPSILON = 1e-5;

    /** Rows and columns: scores of attention, a normalised state, the scores of a large vocabulary. */
    @Param({"64x30", "32x512", "32x2048", "64x10000"})
    public String size = "";

    private Rows kernels =
            Kernels.choose(Precision.FLOAT32, Kernels.Vectors.AUTO).rows();
    private Span x = Numbers.zeros(0);
    private Span g = x;
    private Span gain = x;
    private Span y = x;
    private int rows;
    private int columns;

    /** Called by JMH. */
    @Setup
    public void draw() {
        int[] sizes = Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
        rows = sizes[0];
        columns = sizes[1];
        kernels = Kernels.choose(Precision.FLOAT32, Kernels.Vectors.AUTO).rows();
        x = Numbers.draw(rows * columns);
        g = Numbers.draw(rows * columns);
        gain = Numbers.draw(columns);
        y = Numbers.zeros(rows * columns);
    }

    /** Sums of rows. */
    @Benchmark
    public void sum(Elements done) {
        kernels.sum(x, rows, columns, y);
        count(done);
    }

    /** Softmax of rows. */
    @Benchmark
    public void softmax(Elements done) {
        kernels.softmax(x, rows, columns, y);
        count(done);
    }

    /** Its gradient. */
    @Benchmark
    public void softmaxGradient(Elements done) {
        kernels.softmaxGradient(g, x, rows, columns, y);
        count(done);
    }

    /** Logarithm of the softmax of rows. */
    @Benchmark
    public void logSoftmax(Elements done) {
        kernels.logSoftmax(x, rows, columns, y);
        count(done);
    }

    /** Layer normalisation of rows. */
    @Benchmark
    public void layerNorm(Elements done) {
        kernels.layerNorm(x, gain, gain, EPSILON, rows, columns, y);
        count(done);
    }

    /** Its gradient. */
    @Benchmark
    public void layerNormGradient(Elements done) {
        kernels.layerNormGradient(g, x, gain, EPSILON, rows, columns, y);
        count(done);
    }

    private void count(Elements done) {
        done.elements += (double) rows * columns;
    }
}
