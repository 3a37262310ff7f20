package dev.tendril.benchmarks.kernels;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Elementwise;
import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Quaternary;
import dev.tendril.tensor.kernel.Strided;
import dev.tendril.tensor.kernel.Ternary;
import dev.tendril.tensor.kernel.Unary;
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

/** Functions of single elements on one thread; the rate of {@code elements} is in 10⁹ a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ElementwiseBenchmark {
    private static final int COLUMNS = 256;

    /** Elements: within the first cache, and far outside it. */
    @Param({"4096", "262144"})
    public int count;

    private Elementwise elementwise = kernels();
    private Strided a = operand();
    private Strided b = operand();
    private Strided c = operand();
    private Strided d = operand();
    private Strided y = operand();

    /** A function of one operand. */
    @State(Scope.Thread)
    public static class One {
        /** All of them. */
        @Param
        public Unary function = Unary.EXP;
    }

    /** A function of two operands. */
    @State(Scope.Thread)
    public static class Two {
        /** All of them. */
        @Param
        public Binary function = Binary.PLUS;
    }

    /** A function of three operands. */
    @State(Scope.Thread)
    public static class Three {
        /** All of them. */
        @Param
        public Ternary function = Ternary.MULTIPLY_ADD;
    }

    /** A function of four operands. */
    @State(Scope.Thread)
    public static class Four {
        /** All of them. */
        @Param
        public Quaternary function = Quaternary.SUM_OF_PRODUCTS;
    }

    /** Called by JMH. */
    @Setup
    public void draw() {
        elementwise = kernels();
        a = operand();
        b = operand();
        c = operand();
        d = operand();
        y = operand();
    }

    private static Elementwise kernels() {
        return Kernels.choose(Precision.FLOAT32, Kernels.Vectors.AUTO).elementwise();
    }

    private Strided operand() {
        return Strided.dense(Numbers.draw(count).storage(), 0, COLUMNS);
    }

    /** y = f(a). */
    @Benchmark
    public void unary(One one, Elements done) {
        elementwise.unary(one.function, a, y, count / COLUMNS, COLUMNS);
        done.elements += count;
    }

    /** y = f(a, b). */
    @Benchmark
    public void binary(Two two, Elements done) {
        elementwise.binary(two.function, a, b, y, count / COLUMNS, COLUMNS);
        done.elements += count;
    }

    /** y = f(a, b, c). */
    @Benchmark
    public void ternary(Three three, Elements done) {
        elementwise.ternary(three.function, a, b, c, y, count / COLUMNS, COLUMNS);
        done.elements += count;
    }

    /** y = f(a, b, c, d). */
    @Benchmark
    public void quaternary(Four four, Elements done) {
        elementwise.quaternary(four.function, a, b, c, d, y, count / COLUMNS, COLUMNS);
        done.elements += count;
    }
}
