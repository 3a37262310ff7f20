package dev.tendril.plugin.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.plugin.tokenizers.RegexParameters.Matches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegexTest {
    private static Tokenizer tokens(String pattern) {
        return new RegexTokenizer(new RegexParameters(pattern, Matches.TOKENS, " "));
    }

    private static Tokenizer separators(String pattern) {
        return new RegexTokenizer(new RegexParameters(pattern, Matches.SEPARATORS, "-"));
    }

    @Test
    void matchesAreTheTokens() {
        assertThat(tokens("\\p{L}+|\\d").tokenize("Übung 12: ok")).containsExactly("Übung", "1", "2", "ok");
        assertThat(tokens("a*").tokenize("baab")).as("empty matches are none").containsExactly("aa");
        assertThat(tokens("x").tokenize("")).isEmpty();
    }

    @Test
    void matchesSeparateTheTokens() {
        assertThat(separators("-+").tokenize("--a-b---😀")).containsExactly("a", "b", "😀");
        assertThat(separators("-").tokenize("ab")).containsExactly("ab");
        assertThat(separators("").tokenize("ab"))
                .as("empty matches separate as well")
                .containsExactly("a", "b");
    }

    @Test
    void tokensAreJoinedByWhatIsSaid() {
        assertThat(separators("-").join(separators("-").tokenize("a-b--c"))).isEqualTo("a-b-c");
    }

    /** Each takes a matcher that goes back in the text longer than anyone waits. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(a*)*b", "(.*a){12}", "(x+x+)+y"})
    @Timeout(20)
    void noPatternIsSlow(String pattern) {
        String text = "a".repeat(20_000) + "!" + "x".repeat(20_000);
        assertThat(tokens(pattern).tokenize(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(((a{1000}){1000}){1000}){1000}",
                "(?:(?:x*){99}){99}",
                "a{2000}",
                "(?:x*){1,999}",
                "a{3,}b{999}"
            })
    void aPatternThatIsLargeWrittenOutIsRefused(String pattern) {
        assertThatThrownBy(() -> tokens(pattern))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining("repeat less");
    }

    @Test
    void aLongPatternIsRefused() {
        assertThatThrownBy(() -> tokens("(".repeat(5000) + ")".repeat(5000)))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining("10000 characters");
    }

    @Test
    void theLargestPatternsCanBeUsed() {
        assertThat(tokens("(".repeat(500) + ")".repeat(500)).tokenize("ab")).isEmpty();
        assertThat(tokens("x*".repeat(500)).tokenize("xxab")).containsExactly("xx");
        assertThat(tokens("(?:x*){150}").tokenize("xxab")).containsExactly("xx");
        assertThat(tokens("\\x{1F600}\\p{Greek}").tokenize("😀α"))
                .as("no counts")
                .containsExactly("😀α");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a**", "(?<=a)b", "(a)\\1", "[z-a]"})
    void whatCannotBeReadIsRefused(String pattern) {
        assertThatThrownBy(() -> tokens(pattern))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining("RE2 cannot read it");
    }
}
