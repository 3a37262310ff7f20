package dev.tendril.nlp.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Transform;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.random.Philox;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TransformsTest {
    private static final FitContext CONTEXT = new FitContext(new Philox(), RandomKey.of(1), new CancellationToken());

    /** Steps (1, 7), (2, 7), (6, 7): the second feature never changes. */
    private static final List<Raw.Numbers> EXAMPLES =
            List.of(numbers(Shape.of(2, 2), 1, 7, 2, 7), numbers(Shape.of(2), 6, 7));

    @Test
    void standardizedFeaturesHaveMeanZeroAndDeviationOne() {
        Moments moments = new StandardizeProvider().create(new NoParameters()).fit(EXAMPLES, CONTEXT);
        assertThat(moments.means()).containsExactly(3.0, 7.0);
        assertThat(moments.deviations().get(0)).isCloseTo(Math.sqrt(14.0 / 3), within(1e-15)); // (4 + 1 + 9) / 3
        assertThat(moments.deviations().get(1)).isZero();
        Transform transform = made(new StandardizeProvider().create(new NoParameters()));
        double[] values = transform.apply(numbers(Shape.of(2, 2), 1, 7, 6, 8)).values();
        assertThat(values[0]).isCloseTo(-2 / Math.sqrt(14.0 / 3), within(1e-15));
        assertThat(values[1]).isZero();
        assertThat(values[3]).isEqualTo(1);
    }

    @Test
    void aLargeMeanCostsNoDigits() {
        List<Raw.Numbers> shifted = List.of(numbers(Shape.of(1), 1e9 + 1), numbers(Shape.of(1), 1e9 + 3));
        assertThat(new StandardizeProvider()
                        .create(new NoParameters())
                        .fit(shifted, CONTEXT)
                        .deviations())
                .containsExactly(1.0);
    }

    @Test
    void theTrainingSplitLiesBetweenZeroAndOne() {
        Transform transform = made(new MinMaxProvider().create(new NoParameters()));
        assertThat(transform.apply(numbers(Shape.of(3, 2), 1, 7, 6, 7, 11, 9)).values())
                .containsExactly(0, 0, 1, 0, 2, 2);
    }

    @Test
    void numbersComeBackAsTheyWere() {
        Raw.Numbers numbers = numbers(Shape.of(2, 2), -3, 0.25, 5, 11);
        for (Transform transform : List.of(
                made(new StandardizeProvider().create(new NoParameters())),
                made(new MinMaxProvider().create(new NoParameters())))) {
            double[] back = transform.invert(transform.apply(numbers)).values();
            for (int i = 0; i < back.length; i++) {
                assertThat(back[i]).isCloseTo(numbers.values()[i], within(1e-14));
            }
        }
    }

    private static <S extends Record> Transform made(Fitted<S, Raw.Numbers, Transform> fitted) {
        return fitted.build(fitted.fit(EXAMPLES, CONTEXT));
    }

    private static Raw.Numbers numbers(Shape shape, double... values) {
        return new Raw.Numbers(shape, values);
    }
}
