package dev.tendril.layers.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.layers.testing.Samples;
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InitializerTest {
    private static final Shape WEIGHT = Shape.of(211, 307);

    @Test
    void orthogonalRowsAreOrthonormalUpToTheGain() {
        int rows = 5;
        int columns = 7;
        double[] values = values(new Orthogonal(3), Shape.of(rows, columns));
        for (int a = 0; a < rows; a++) {
            for (int b = 0; b < rows; b++) {
                double product = 0;
                for (int column = 0; column < columns; column++) {
                    product += values[a * columns + column] * values[b * columns + column];
                }
                assertThat(product).isCloseTo(a == b ? 9 : 0, within(1e-10));
            }
        }
    }

    @Test
    void orthogonalWantsAMatrix() {
        assertThatThrownBy(() -> values(new Orthogonal(1), Shape.of(5))).hasMessageContaining("[5]");
    }

    @Test
    void xavierUniformFillsItsInterval() {
        double bound = 2 * Math.sqrt(6.0 / (211 + 307));
        double[] values = values(new XavierUniform(2), WEIGHT);
        assertThat(Arrays.stream(values).max().getAsDouble()).isBetween(0.99 * bound, bound);
        assertThat(Arrays.stream(values).min().getAsDouble()).isBetween(-bound, -0.99 * bound);
        assertThat(deviation(values)).isCloseTo(bound / Math.sqrt(3), within(0.01 * bound)); // 64,777 draws
    }

    @Test
    void xavierNormalHasItsDeviation() {
        double expected = 2 * Math.sqrt(2.0 / (211 + 307));
        assertThat(deviation(values(new XavierNormal(2), WEIGHT))).isCloseTo(expected, within(0.02 * expected));
    }

    @Test
    void uniformStaysInItsBounds() {
        double[] values = values(new Uniform(new Uniform.Parameters(2, 5)), WEIGHT);
        assertThat(Arrays.stream(values).min().getAsDouble()).isBetween(2.0, 2.01);
        assertThat(Arrays.stream(values).max().getAsDouble()).isBetween(4.99, 5.0);
    }

    @Test
    void uniformBoundsAreInOrder() {
        assertThatThrownBy(() -> new Uniform.Parameters(5, 2))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining("greater than low");
    }

    @Test
    void normalHasItsMeanAndDeviation() {
        double[] values = values(new Normal(new Normal.Parameters(3, 0.5)), WEIGHT);
        assertThat(Arrays.stream(values).average().getAsDouble()).isCloseTo(3, within(0.01));
        assertThat(deviation(values)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void constantsAreWhatTheySay() {
        assertThat(values(new Constant(0.7), Shape.of(2, 3))).hasSize(6).containsOnly(0.7);
    }

    private static double[] values(Initializer initializer, Shape shape) {
        try (TendrilEngine engine = Samples.float64()) {
            return initializer.values(
                    shape, new Initializer.Draw(engine.random(), RandomKey.of(3), engine.linearAlgebra()));
        }
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().getAsDouble();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .getAsDouble());
    }
}
