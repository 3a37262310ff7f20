package dev.tendril.layers.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.TendrilException;
import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.tensor.TendrilEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    private static final ComponentRef<Position> PLAIN =
            ComponentRef.of("core/sinusoidal", new Sinusoidal.Parameters(false));
    private static final ComponentRef<Position> ROTARY = ComponentRef.of("core/rotary", new NoParameters());

    private final TendrilEngine engine = Samples.float64();
    private final ParameterStore store = Samples.store(engine);
    private final Pass pass = engine.open(PassOptions.inference());

    @AfterEach
    void close() {
        pass.close();
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7})
    void sinusoidsAreThoseOfThePaper(int features) {
        double[] table = make(PLAIN, features)
                .encode(pass.zeros(Shape.of(1, 5, features)), 11)
                .toDoubles();
        for (int t = 0; t < 5; t++) {
            for (int feature = 0; feature < features; feature++) {
                double angle = (11 + t) / Math.pow(10_000, 2 * (feature / 2) / (double) features);
                double expected = feature % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
                assertThat(table[t * features + feature]).isCloseTo(expected, within(1e-13));
            }
        }
    }

    @Test
    void sinusoidsHoldInSinglePrecisionOnLongSequences() {
        try (TendrilEngine single = Samples.engine(Precision.FLOAT32);
                Pass here = single.open(PassOptions.inference())) {
            Position position = TestContext.of(Samples.store(single)).position(PLAIN, "position", 6);
            double[] table =
                    position.encode(here.zeros(Shape.of(1, 1, 6)), 1000).toDoubles();
            // an angle of 1000 has a rounding error of 1000 · 2⁻²⁴
            assertThat(table[0]).isCloseTo(Math.sin(1000), within(7e-5));
            assertThat(table[1]).isCloseTo(Math.cos(1000), within(7e-5));
        }
    }

    @Test
    void theInputIsMultipliedByTheRootOfItsSizeUnlessToldOtherwise() {
        Tensor x = pass.tensor(Shape.of(2, 3, 5), Samples.normal(1, 30));
        Tensor positions = make(PLAIN, 5).encode(pass.zeros(x.shape()), 0);
        assertThat(make(PLAIN, 5).encode(x, 0).toDoubles())
                .isEqualTo(x.plus(positions).toDoubles());
        assertThat(make(Positions.sinusoidal(), 5).encode(x, 0).toDoubles())
                .isEqualTo(x.times(Math.sqrt(5)).plus(positions).toDoubles());
    }

    @Test
    void aLearntPositionIsARowOfItsTable() {
        Tensor x = pass.tensor(Shape.of(2, 3, 5), Samples.normal(1, 30));
        Position position = make(learned(7), 5);
        Tensor table = pass.attach(store.find("model.position.table").orElseThrow());
        assertThat(position.encode(x, 4).toDoubles())
                .isEqualTo(x.plus(table.slice(0, 4, 7)).toDoubles());
    }

    @Test
    void aSequenceLongerThanTheTableIsRefusedWithARemedy() {
        Position position = make(learned(7), 5);
        assertThatThrownBy(() -> position.encode(pass.zeros(Shape.of(1, 3, 5)), 5))
                .isInstanceOf(TendrilException.class)
                .hasMessage("a sequence reaches 8 steps, and 'model.position' has learnt 7 positions; shorten it,"
                        + " or train with a larger 'length', or with other positions than 'learned'");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5})
    void rotaryTurnsPairsOfFeaturesInEveryHead(int features) {
        int heads = 3;
        int width = heads * features;
        double[] x = Samples.normal(2, 2 * 4 * width);
        double[] turned = make(ROTARY, width)
                .encodeHeads(pass.tensor(Shape.of(2, 4, width), x), heads, 9)
                .toDoubles();
        int half = features / 2;
        for (int i = 0; i < x.length; i++) {
            int t = i / width % 4;
            int feature = i % features;
            int pair = feature < half ? feature : feature - half;
            double angle = (9 + t) / Math.pow(10_000, pair / (double) half);
            double expected = feature < half
                    ? Math.cos(angle) * x[i] - Math.sin(angle) * x[i + half]
                    : Math.sin(angle) * x[i - half] + Math.cos(angle) * x[i];
            assertThat(turned[i]).isCloseTo(feature == 2 * half ? x[i] : expected, within(1e-12));
        }
    }

    @Test
    void rotaryProductsDependOnTheDistanceAlone() {
        Position rotary = make(ROTARY, 6);
        Tensor query = pass.tensor(Shape.of(1, 1, 6), Samples.normal(3, 6));
        Tensor key = pass.tensor(Shape.of(1, 1, 6), Samples.normal(4, 6));
        double near = product(rotary.encodeHeads(query, 1, 7), rotary.encodeHeads(key, 1, 4));
        double far = product(rotary.encodeHeads(query, 1, 107), rotary.encodeHeads(key, 1, 104));
        assertThat(near).isCloseTo(far, within(1e-12));
        assertThat(near).isNotCloseTo(product(query, key), within(1e-3));
        assertThat(rotary.encode(query, 7)).isSameAs(query);
    }

    private static double product(Tensor a, Tensor b) {
        return a.times(b).sum().item();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sinusoidal", "learned", "rotary"})
    void aSequenceFromItsMiddleHasTheBitsOfTheWhole(String name) {
        ComponentRef<Position> reference =
                switch (name) {
                    case "sinusoidal" -> Positions.sinusoidal();
                    case "learned" -> learned(20);
                    default -> ROTARY;
                };
        Position position = make(reference, 6);
        Tensor x = pass.tensor(Shape.of(2, 19, 6), Samples.normal(5, 2 * 19 * 6));
        assertThat(position.encode(x.slice(1, 13, 19), 13).toDoubles())
                .isEqualTo(position.encode(x, 0).slice(1, 13, 19).toDoubles());
        assertThat(position.encodeHeads(x.slice(1, 13, 19), 2, 13).toDoubles())
                .isEqualTo(position.encodeHeads(x, 2, 0).slice(1, 13, 19).toDoubles());
    }

    private static ComponentRef<Position> learned(int length) {
        return ComponentRef.of("core/learned", new Learned.Parameters(length, Initializers.normal(0.1)));
    }

    private Position make(ComponentRef<Position> reference, int features) {
        return TestContext.of(store).position(reference, "position", features);
    }
}
