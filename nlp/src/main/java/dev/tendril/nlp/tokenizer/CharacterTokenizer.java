package dev.tendril.nlp.tokenizer;

import dev.tendril.api.data.Tokenizer;
import java.util.List;

/**
 * One token per Unicode code point. A character that people see as one may be several code points (a letter and a combining mark,
 * an emoji sequence) and is then several tokens: their number in a language is small and known after little data, which that of
 * grapheme clusters is not. Joining restores the text exactly.
 */
final class CharacterTokenizer implements Tokenizer {
    @Override
    public List<String> tokenize(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    @Override
    public String join(List<String> tokens) {
        return String.join("", tokens);
    }
}
