package dev.tendril.nlp.tokenizer;

import dev.tendril.api.data.Tokenizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One token per run of characters without white space. White space is what Unicode calls {@code White_Space}, no-break spaces
 * included. Joining puts one space between tokens.
 */
final class WhitespaceTokenizer implements Tokenizer {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

    @Override
    public List<String> tokenize(String text) {
        return WHITE_SPACE.splitAsStream(text).filter(token -> !token.isEmpty()).toList();
    }

    @Override
    public String join(List<String> tokens) {
        return String.join(" ", tokens);
    }
}
