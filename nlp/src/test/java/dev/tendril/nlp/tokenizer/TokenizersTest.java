package dev.tendril.nlp.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.data.Tokenizer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizersTest {
    private final CharacterTokenizer characters = new CharacterTokenizer();
    private final WhitespaceTokenizer whitespace = new WhitespaceTokenizer();

    @Test
    void aCharacterOutsideTheBasicPlaneIsOneToken() {
        assertThat(characters.tokenize("a𝄞é ")).containsExactly("a", "𝄞", "é", " ");
    }

    @Test
    void aLetterAndItsCombiningMarkAreTwoTokens() {
        assertThat(characters.tokenize("e\u0301")).containsExactly("e", "\u0301");
    }

    @Test
    void noTextHasNoTokens() {
        assertThat(characters.tokenize("")).isEmpty();
        assertThat(whitespace.tokenize("")).isEmpty();
        assertThat(whitespace.tokenize(" \t\u3000")).isEmpty();
    }

    @Test
    void everyUnicodeSpaceDividesWords() {
        assertThat(whitespace.tokenize("  le\u00A0mot\u202Fici\u3000là\t\tbas "))
                .containsExactly("le", "mot", "ici", "là", "bas");
        assertThat(whitespace.join(List.of("le", "mot"))).isEqualTo("le mot");
    }

    @Test
    void wordsNumbersAndSignsAreTokens() {
        Tokenizer words = new WordsTokenizer(false);
        assertThat(words.tokenize("Don't  pay 1,000.50 € at 12:30—twenty-one, naïve e\u0301tat!"))
                .containsExactly(
                        "Don't",
                        "pay",
                        "1,000.50",
                        "€",
                        "at",
                        "12:30",
                        "—",
                        "twenty-one",
                        ",",
                        "naïve",
                        "e\u0301tat",
                        "!");
        assertThat(words.tokenize("2003年1月 𝄞. -x-")).containsExactly("2003", "年", "1", "月", "𝄞", ".", "-", "x", "-");
        assertThat(new WordsTokenizer(true).tokenize("ÉCOLE IΣ")).containsExactly("école", "iς");
        assertThat(words.join(List.of("a", ",", "b"))).isEqualTo("a , b");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 7})
    void joiningCharactersRestoresAnyText(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int text = 0; text < 101; text++) {
            int[] points = random.ints(random.nextInt(31), 1, Character.MAX_CODE_POINT + 1)
                    .map(point -> point >= 0xD800 && point <= 0xDFFF ? 'x' : point)
                    .toArray();
            String original = new String(points, 0, points.length);
            List<String> tokens = characters.tokenize(original);
            assertThat(tokens).hasSize(points.length);
            assertThat(characters.join(tokens)).isEqualTo(original);
        }
    }
}
