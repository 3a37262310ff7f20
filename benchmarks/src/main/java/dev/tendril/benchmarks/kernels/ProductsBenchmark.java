package dev.tendril.benchmarks.kernels;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Products;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
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

/** Matrix products on one thread; the rate of {@code flops} is in GFLOP/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ProductsBenchmark {
    /** Rows, inner size and columns. */
    @Param({"1x512x2048", "16x128x512", "32x512x2048", "64x256x1024", "1024x1024x1024", "1120x512x10000"})
    public String size = "";

    private Products products =
            Kernels.choose(Precision.FLOAT32, Kernels.Vectors.AUTO).products();
    private Products.Left left = new Products.Left(Numbers.zeros(0), 0, 0);
    private Products.Right right = Products.Right.plain(Numbers.zeros(0), 0, 0);
    private Products.Right turned = right;
    private Products.Panels panels = new Products.Panels(Numbers.zeros(0), 0, 0);
    private Products.Result result = Products.Result.of(Numbers.zeros(0), 0);
    private Products.Region region = new Products.Region(0, 0, 0, 0);
    private Storage scratch = Storage.allocate(Precision.FLOAT32, 0);
    private double flops;

    /** Called by JMH. */
    @Setup
    public void draw() {
        int[] sizes = Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
        int rows = sizes[0];
        int inner = sizes[1];
        int columns = sizes[2];
        products = Kernels.choose(Precision.FLOAT32, Kernels.Vectors.AUTO).products();
        left = new Products.Left(Numbers.draw(rows * inner), inner, 1);
        Span weight = Numbers.draw(inner * columns);
        right = Products.Right.plain(weight, inner, columns);
        turned = Products.Right.transposed(weight, inner, columns);
        panels = products.panels(Numbers.zeros(products.packedLength(inner, columns)), inner, columns);
        products.pack(right, panels, 0, 0);
        result = Products.Result.of(Numbers.zeros(rows * columns), columns);
        region = new Products.Region(0, rows, 0, columns);
        scratch = Storage.allocate(Precision.FLOAT32, products.scratchLength());
        flops = 2.0 * rows * inner * columns;
    }

    /** A right operand that was packed before, as a weight is. */
    @Benchmark
    public void packed(Flops done) {
        products.multiply(left, panels, result, region, scratch);
        done.flops += flops;
    }

    /** A right operand where it lies, [K, N]. */
    @Benchmark
    public void plain(Flops done) {
        products.multiply(left, right, result, region, scratch);
        done.flops += flops;
    }

    /** A right operand where it lies, [N, K]. */
    @Benchmark
    public void transposed(Flops done) {
        products.multiply(left, turned, result, region, scratch);
        done.flops += flops;
    }

    /** Packing alone. */
    @Benchmark
    public void pack(Elements done) {
        products.pack(right, panels, 0, 0);
        done.elements += right.inner() * (double) right.columns();
    }
}
