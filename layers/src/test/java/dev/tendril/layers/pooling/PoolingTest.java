package dev.tendril.layers.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.layers.LayerComponents;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.GradientCheck;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoolingTest {
    private static final int[] LENGTHS = {4, 0, 7, 1};
    private static final int STEPS = 7;
    private static final int FEATURES = 3;

    static Stream<String> names() {
        return new LayerComponents().poolings().stream().map(pooling -> pooling.name());
    }

    @ParameterizedTest
    @MethodSource("names")
    void onlyRealStepsAreRead(String name) {
        double[] source = Samples.padded(3, LENGTHS, STEPS, FEATURES, Double.NaN);
        for (Precision precision : Precision.values()) {
            double[] pooled = pool(name, source, LENGTHS, precision);
            for (int i = 0; i < pooled.length; i++) {
                int row = i / FEATURES;
                int feature = i % FEATURES;
                double[] real = IntStream.range(0, LENGTHS[row])
                        .mapToDouble(step -> source[(row * STEPS + step) * FEATURES + feature])
                        .toArray();
                assertThat(pooled[i]).isCloseTo(expected(name, real), within(1e-6)); // float32
            }
        }
    }

    private static double expected(String name, double[] real) {
        if (real.length == 0) {
            return 0;
        }
        return switch (name) {
            case "first" -> real[0];
            case "last" -> real[real.length - 1];
            case "sum" -> Arrays.stream(real).sum();
            case "mean" -> Arrays.stream(real).sum() / real.length;
            case "max" -> Arrays.stream(real).max().getAsDouble();
            default -> throw new AssertionError("pooling '" + name + "' has no expectation");
        };
    }

    @ParameterizedTest
    @MethodSource("names")
    void aBatchIsItsRowsOneByOne(String name) {
        double[] source = Samples.padded(3, LENGTHS, STEPS, FEATURES, 0);
        double[] together = pool(name, source, LENGTHS, Precision.FLOAT32);
        for (int row = 0; row < LENGTHS.length; row++) {
            double[] own = Arrays.copyOfRange(source, row * STEPS * FEATURES, (row * STEPS + LENGTHS[row]) * FEATURES);
            assertThat(pool(name, own, new int[] {LENGTHS[row]}, Precision.FLOAT32))
                    .isEqualTo(Arrays.copyOfRange(together, row * FEATURES, (row + 1) * FEATURES));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void gradientsAreThoseOfFiniteDifferences(String name) {
        try (TendrilEngine engine = Samples.float64()) {
            var store = Samples.store(engine);
            var source = store.create(
                    "source",
                    Shape.of(LENGTHS.length, STEPS, FEATURES),
                    (shape, draw) -> Samples.normal(3, Math.toIntExact(shape.elements())));
            Pooling pooling = pooling(name);
            double error = new GradientCheck(
                            engine,
                            store,
                            PassOptions.diagnostics(),
                            pass -> GradientCheck.weighed(
                                    pooling.pool(Sequence.of(pass.attach(source), Lengths.of(LENGTHS)), pass), pass))
                    .worstError();
            assertThat(error).isLessThan(1e-5);
        }
    }

    @Test
    void theCoreHasTheUsualPoolings() {
        assertThat(names()).containsExactlyInAnyOrder("first", "last", "sum", "mean", "max");
    }

    private static double[] pool(String name, double[] source, int[] lengths, Precision precision) {
        try (TendrilEngine engine = Samples.engine(precision);
                Pass pass = engine.open(PassOptions.inference())) {
            int steps = source.length / FEATURES / lengths.length;
            Shape shape = Shape.of(lengths.length, steps, FEATURES);
            Sequence sequence = Sequence.of(pass.tensor(shape, source), Lengths.of(lengths));
            return pooling(name).pool(sequence, pass).toDoubles();
        }
    }

    private static Pooling pooling(String name) {
        try (TendrilEngine engine = Samples.float64()) {
            return TestContext.of(Samples.store(engine)).pooling(Components.plain(name), "pooling", FEATURES);
        }
    }
}
