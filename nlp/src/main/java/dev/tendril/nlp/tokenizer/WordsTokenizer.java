package dev.tendril.nlp.tokenizer;

import dev.tendril.api.data.Tokenizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One token per word, number or other sign. A word is a run of letters and the marks on them, with apostrophes and hyphens between letters
 * ({@code don't}, {@code twenty-one}); a number a run of digits, with points, commas and colons between digits ({@code 1,000.5},
 * {@code 12:30}); any other character that is no white space stands alone. The rules are those of Unicode's properties, the same for all
 * languages: a text whose words are not divided, such as Chinese, is one token between signs. Joining puts one space between tokens.
 */
final class WordsTokenizer implements Tokenizer {
    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{L}\\p{M}]+(?:['’\\-‐][\\p{L}\\p{M}]+)*" // words
                    + "|\\p{Nd}+(?:[.,:]\\p{Nd}+)*" // numbers
                    + "|[^\\p{IsWhite_Space}]"); // signs

    private final boolean lowercase;

    WordsTokenizer(boolean lowercase) {
        this.lowercase = lowercase;
    }

    @Override
    public List<String> tokenize(String text) {
        Matcher tokens = TOKEN.matcher(lowercase ? text.toLowerCase(Locale.ROOT) : text);
        return tokens.results().map(token -> token.group()).toList();
    }

    @Override
    public String join(List<String> tokens) {
        return String.join(" ", tokens);
    }
}
