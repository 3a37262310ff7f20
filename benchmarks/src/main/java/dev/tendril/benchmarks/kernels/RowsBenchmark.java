package dev.tendril.benchmarks.kernels;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Rows;
import dev.tendril.tensor.kernel.Strided;
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
    private Strided x = Strided.dense(Numbers.zeros(0).storage(), 0, 0);
    private Strided g = x;
    private Strided gain = x;
    private Strided y = x;
    private Strided sums = x;
    private int rows;
    private int columns;

    /** Called by JMH. */
    @Setup
    public void draw() {
        int[] sizes = Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
        rows = sizes[0];
        columns = sizes[1];
        kernels = Kernels.choose(Precision.FLOAT32, Kernels.Vectors.AUTO).rows();
        x = dense();
        g = dense();
        gain = new Strided(Numbers.draw(columns).storage(), 0, 0, 1);
        y = dense();
        sums = Strided.dense(Numbers.zeros(rows).storage(), 0, 1);
    }

    private Strided dense() {
        return Strided.dense(Numbers.draw(rows * columns).storage(), 0, columns);
    }

    /** Sums of rows. */
    @Benchmark
    public void sum(Elements done) {
        kernels.sum(x, sums, rows, columns);
        count(done);
    }

    /** Softmax of rows. */
    @Benchmark
    public void softmax(Elements done) {
        kernels.softmax(x, y, rows, columns);
        count(done);
    }

    /** Its gradient. */
    @Benchmark
    public void softmaxGradient(Elements done) {
        kernels.softmaxGradient(1, g, x, y, rows, columns);
        count(done);
    }

    /** Logarithm of the softmax of rows. */
    @Benchmark
    public void logSoftmax(Elements done) {
        kernels.logSoftmax(x, y, rows, columns);
        count(done);
    }

    /** Layer normalisation of rows. */
    @Benchmark
    public void layerNorm(Elements done) {
        kernels.layerNorm(x, gain, gain, EPSILON, y, rows, columns);
        count(done);
    }

    /** Its gradient. */
    @Benchmark
    public void layerNormGradient(Elements done) {
        kernels.layerNormGradient(g, x, gain, EPSILON, y, rows, columns);
        count(done);
    }

    private void count(Elements done) {
        done.elements += (double) rows * columns;
    }
}
