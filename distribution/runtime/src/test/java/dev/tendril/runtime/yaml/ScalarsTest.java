package dev.tendril.runtime.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
    @ParameterizedTest
    @CsvSource({"010, 10", "0o17, 15", "0x1f, 31", "-3, -3", "+7, 7", "9223372036854775807, 9223372036854775807"})
    void wholeNumbersFollowTheCoreSchema(String text, long expected) {
        assertThat(Scalars.whole(text)).isEqualTo(OptionalLong.of(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1.0", "1_000", "0b1", "9223372036854775808", "ten", "", "0o8", "1:30"})
    void otherTextIsNoWholeNumber(String text) {
        assertThat(Scalars.whole(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1e-3, 0.001", "1., 1", ".5, 0.5", "010, 10", "-.inf, -Infinity", "1E+2, 100"})
    void numbersFollowTheCoreSchema(String text, double expected) {
        assertThat(Scalars.number(text)).isEqualTo(OptionalDouble.of(expected));
    }

    @Test
    void notANumberIsANumberOnlyWhereItIsWrittenSo() {
        assertThat(Scalars.number(".nan").getAsDouble()).isNaN();
        assertThat(Scalars.number("nan")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "off", "yes", "on", "y", "tRUE"})
    void wordsOfOlderYamlAreText(String text) {
        assertThat(Scalars.truth(text)).isEmpty();
    }

    @Test
    void aNumberOfAMillionDigitsIsRefusedWithoutBeingParsed() {
        assertThat(Scalars.whole("9".repeat(1_000_000))).isEmpty();
        assertThat(Scalars.number("9".repeat(1_000_000))).isEmpty();
    }
}
