package dev.tendril.plugin.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SpaceMarkTest {
    @ParameterizedTest
    @EnumSource(SpaceMark.class)
    void wordsJoinToTheTextTheyWereCutFrom(SpaceMark mark) {
        assertThat(Texts.AWKWARD)
                .allSatisfy(text -> assertThat(mark.join(mark.words(text))).isEqualTo(text));
    }

    @ParameterizedTest
    @EnumSource(SpaceMark.class)
    void noWordIsEmpty(SpaceMark mark) {
        assertThat(Texts.AWKWARD)
                .allSatisfy(text -> assertThat(mark.words(text)).doesNotContain(""));
    }

    @Test
    void aWordIsMarkedWhereItStartsOrEnds() {
        assertThat(SpaceMark.START.words("the cat")).containsExactly("▁the", "▁cat");
        assertThat(SpaceMark.END.words("the cat")).containsExactly("the▁", "cat▁");
    }

    @Test
    void whiteSpaceStandsAlone() {
        assertThat(SpaceMark.START.words("a  b\nc")).containsExactly("▁a", "▁", "▁b", "\n", "c");
        assertThat(SpaceMark.END.words("a  b\nc")).containsExactly("a▁", "▁", "b", "\n", "c▁");
    }

    @Test
    void theMarksOfATextAreEscaped() {
        assertThat(SpaceMark.START.words("a▁b ▂")).containsExactly("▁a▂▁b", "▁▂▂");
        assertThat(SpaceMark.END.words("a▁b ▂")).containsExactly("a▂▁b▁", "▂▂▁");
    }

    @Test
    void theBeginningOfATextJoinsWithoutItsEnd() {
        assertThat(SpaceMark.END.join(List.of("th", "e▁", "ca"))).isEqualTo("the ca");
        assertThat(SpaceMark.START.join(List.of("the", "▁ca"))).isEqualTo("the ca");
        assertThat(SpaceMark.END.join(List.of("a", "▂"))).as("half an escape").isEqualTo("a▂");
        assertThat(SpaceMark.END.join(List.of("a", "▂▁"))).isEqualTo("a▁");
    }
}
