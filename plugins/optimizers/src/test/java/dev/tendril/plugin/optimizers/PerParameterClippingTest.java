package dev.tendril.plugin.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Clipping.Clipped;
import dev.tendril.tensor.TendrilEngine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PerParameterClippingTest {
    private final Engine engine =
            TendrilEngine.builder().precision(Precision.FLOAT64).threads(1).build();
    private final ParameterStore store = engine.parameters(RandomKey.of(1));
    private final Parameter first = store.create("first", Shape.of(2), (shape, draw) -> new double[2]);
    private final Parameter second = store.create("second", Shape.of(3), (shape, draw) -> new double[3]);

    private record Bounded(double[] first, double[] second, double norm, boolean acted) {}

    private Bounded clip(double max, double[] ofFirst, double[] ofSecond) {
        try (engine;
                Pass pass = engine.open(PassOptions.inference())) {
            Map<Parameter, Tensor> gradients = new LinkedHashMap<>();
            gradients.put(first, pass.tensor(Shape.of(2), ofFirst));
            gradients.put(second, pass.tensor(Shape.of(3), ofSecond));
            Clipped clipped = new PerParameterClipping(max).clip(gradients);
            return new Bounded(
                    Objects.requireNonNull(clipped.gradients().get(first)).toDoubles(),
                    Objects.requireNonNull(clipped.gradients().get(second)).toDoubles(),
                    clipped.norm(),
                    clipped.acted());
        }
    }

    @Test
    void eachGradientIsBoundedOnItsOwn() {
        Bounded actual = clip(2.5, new double[] {3, 4}, new double[] {1, -2, 1});
        assertThat(actual.first).containsExactly(new double[] {1.5, 2}, within(1e-15));
        assertThat(actual.second).containsExactly(1, -2, 1);
        assertThat(actual.norm).isEqualTo(Math.sqrt(25 + 6));
        assertThat(actual.acted).isTrue();
    }

    @Test
    void aNormThatEqualsTheBoundOrIsNoNumberIsLeftAlone() {
        Bounded actual = clip(5, new double[] {3, 4}, new double[] {1, Double.NaN, 9});
        assertThat(actual.first).containsExactly(3, 4);
        assertThat(actual.second).containsExactly(1, Double.NaN, 9);
        assertThat(actual.norm).isNaN();
        assertThat(actual.acted).isFalse();
    }
}
