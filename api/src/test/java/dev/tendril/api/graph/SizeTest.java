package dev.tendril.api.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeTest {
    private static final Size SOURCE = Size.symbol("V(source)");
    private static final Size TARGET = Size.symbol("V(target)");

    @Test
    void printsAsAPolynomialWithTheConstantLast() {
        assertThat(SOURCE.times(64).plus(Size.of(98_304))).hasToString("64·V(source) + 98,304");
        assertThat(Size.of(5).plus(SOURCE.times(TARGET)).plus(TARGET))
                .hasToString("V(source)·V(target) + V(target) + 5");
        assertThat(Size.of(0)).hasToString("0");
    }

    @Test
    void equalHoweverItWasBuilt() {
        Size left = SOURCE.plus(Size.of(2)).times(TARGET.plus(Size.of(3)));
        Size right =
                TARGET.times(SOURCE).plus(TARGET.times(2)).plus(SOURCE.times(3)).plus(Size.of(6));
        assertThat(left).isEqualTo(right).hasSameHashCodeAs(right);
        assertThat(SOURCE.plus(SOURCE.times(-1))).isEqualTo(Size.of(0));
    }

    @Test
    void becomesANumberOnceEverySymbolIsBound() {
        Size size = SOURCE.times(64).plus(TARGET);
        assertThat(size.bind(Map.of("V(source)", 11L))).hasToString("V(target) + 704");
        assertThat(size.bind(Map.of("V(source)", 11L, "V(target)", 7L)).intValue())
                .isEqualTo(711);
        assertThatThrownBy(size::value).hasMessage("size 64·V(source) + V(target) is not known yet");
    }

    @Test
    void refusesToOverflow() {
        assertThatThrownBy(() -> Size.of(Long.MAX_VALUE).times(2)).isInstanceOf(ArithmeticException.class);
    }
}
