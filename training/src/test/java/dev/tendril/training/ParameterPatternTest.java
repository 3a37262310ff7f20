package dev.tendril.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParameterPatternTest {
    @ParameterizedTest
    @CsvSource({
        "encoder, encoder.cell.U, true",
        "encoder, encoder, true",
        "encoder, encoder2.cell.U, false",
        "encoder.cell, encoder.cell.U, true",
        "encoder.cell.U.more, encoder.cell.U, false",
        "cell, encoder.cell.U, false",
        "*, encoder.cell.U, true",
        "*.cell, encoder.cell.U, true",
        "*.U, encoder.cell.U, false",
        "enc*, encoder.cell.U, true",
        "*coder.cell, encoder.cell.U, true",
        "en*er.cell, encoder.cell.U, true",
        "encoder*r.cell, encoder.cell.U, false",
        "**, encoder.cell.U, true",
        "**.U, encoder.cell.U, true",
        "**.U, U, true",
        "**.cell, encoder.cell.U, true",
        "**.b, encoder.cell.U, false",
        "encoder.**.U, encoder.cell.U, true",
        "encoder.**.U, encoder.U, true",
        "encoder.**.U, encoder.a.b.c.U, true",
        "**.**.U, encoder.cell.U, true",
        "**.b*.**, encoder.bias.of.more, true",
        "*.*.*, encoder.cell.U, true",
        "*.*.*.*, encoder.cell.U, false"
    })
    void namesWhatBeginsAsItSays(String pattern, String path, boolean named) {
        assertThat(new ParameterPattern(pattern).matches(path)).isEqualTo(named);
    }

    @Test
    void manyStarsCostNoTime() {
        assertThat(new ParameterPattern("**.*.".repeat(31) + "U").matches("encoder.cell.U"))
                .isFalse();
        assertThat(new ParameterPattern("**.".repeat(63) + "U").matches("encoder.cell.U"))
                .isTrue();
        assertThatThrownBy(() -> new ParameterPattern("**.".repeat(64) + "U"))
                .hasMessage("a pattern has 65 names, want at most 64");
    }

    @Test
    void whatIsNoPatternIsRefused() {
        assertThatThrownBy(() -> new ParameterPattern("encoder..U"))
                .hasMessage("pattern 'encoder..U' has an empty name between its points");
        assertThatThrownBy(() -> new ParameterPattern("")).hasMessageContaining("empty name");
        assertThatThrownBy(() -> new ParameterPattern("encoder.*a*"))
                .hasMessage(
                        "pattern 'encoder.*a*' has more than one * in the name '*a*'; ** stands for whole names alone");
    }
}
