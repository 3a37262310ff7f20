package dev.tendril.training.clipping;

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
import dev.tendril.api.training.Clipping;
import dev.tendril.training.Engines;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ClippingTest {
    private Engine engine;
    private Pass pass;
    private Parameter first;
    private Parameter second;

    @BeforeEach
    void open() {
        engine = Engines.of(Precision.FLOAT64);
        pass = engine.open(PassOptions.training(RandomKey.of(1), 0));
        ParameterStore store = engine.parameters(RandomKey.of(1));
        first = store.create("first", Shape.of(2), (shape, draw) -> new double[2]);
        second = store.create("second", Shape.of(1, 1), (shape, draw) -> new double[1]);
    }

    @AfterEach
    void close() {
        pass.close();
        engine.close();
    }

    private Map<Parameter, Tensor> gradients(double a, double b, double c) {
        Map<Parameter, Tensor> gradients = new LinkedHashMap<>();
        gradients.put(first, pass.tensor(Shape.of(2), a, b));
        gradients.put(second, pass.tensor(Shape.of(1, 1), c));
        return gradients;
    }

    private static Clipping norm(double max) {
        return new NormClippingProvider().create(new NormClippingParameters(max));
    }

    private static Clipping value(double max) {
        return new ValueClippingProvider().create(new ValueClippingParameters(max));
    }

    private static double[] values(Clipping.Clipped clipped, Parameter parameter) {
        return Objects.requireNonNull(clipped.gradients().get(parameter)).toDoubles();
    }

    private void holds(Clipping.Clipped clipped, double... expected) {
        assertThat(clipped.gradients().keySet()).containsExactly(first, second);
        assertThat(values(clipped, first)).containsExactly(new double[] {expected[0], expected[1]}, within(1e-15));
        assertThat(values(clipped, second)).containsExactly(new double[] {expected[2]}, within(1e-15));
    }

    @Test
    void normScalesAllGradientsTogether() {
        Clipping.Clipped clipped = norm(3.5).clip(gradients(2, -3, 6)); // norm 7
        assertThat(clipped.acted()).isTrue();
        assertThat(clipped.norm()).isEqualTo(7);
        holds(clipped, 1, -1.5, 3);
        assertThat(GlobalNorm.of(clipped.gradients().values())).isCloseTo(3.5, within(1e-15));
    }

    @Test
    void normLeavesTheBoundItselfAlone() {
        Map<Parameter, Tensor> gradients = gradients(2, -3, 6);
        Clipping.Clipped atBound = norm(7).clip(gradients);
        assertThat(atBound.acted()).isFalse();
        assertThat(atBound.gradients()).isEqualTo(gradients);
        assertThat(norm(Math.nextDown(7.0)).clip(gradients).acted()).isTrue();
    }

    @Test
    void normReportsWhatIsNotFinite() {
        assertThat(norm(1).clip(gradients(2, Double.NaN, 6)).norm()).isNaN();
        assertThat(norm(1).clip(gradients(2, Double.NEGATIVE_INFINITY, 6)).norm())
                .isInfinite();
    }

    @Test
    void normOfFloat32GradientsDoesNotOverflow() {
        try (Engine single = Engines.of(Precision.FLOAT32);
                Pass scope = single.open(PassOptions.training(RandomKey.of(1), 0))) {
            Parameter parameter =
                    single.parameters(RandomKey.of(1)).create("p", Shape.of(2), (shape, draw) -> new double[2]);
            Map<Parameter, Tensor> gradients = Map.of(parameter, scope.tensor(Shape.of(2), 3e30, 4e30));
            Clipping.Clipped clipped = norm(5).clip(gradients);
            assertThat(clipped.norm()).isCloseTo(5e30, within(1e24));
            assertThat(values(clipped, parameter)).containsExactly(new double[] {3, 4}, within(1e-6));
        }
    }

    @Test
    void valueBoundsEveryElement() {
        Clipping.Clipped clipped = value(2.5).clip(gradients(2, -3, 6));
        assertThat(clipped.acted()).isTrue();
        assertThat(clipped.norm()).isEqualTo(7);
        holds(clipped, 2, -2.5, 2.5);
    }

    @Test
    void valueLeavesTheBoundItselfAlone() {
        Map<Parameter, Tensor> gradients = gradients(2, -6, 6);
        assertThat(value(6).clip(gradients).acted()).isFalse();
        assertThat(value(6).clip(gradients).gradients()).isEqualTo(gradients);
        assertThat(value(Math.nextDown(6.0)).clip(gradients).acted()).isTrue();
    }
}
