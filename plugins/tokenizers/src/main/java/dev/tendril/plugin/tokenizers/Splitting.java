package dev.tendril.plugin.tokenizers;

import java.util.ArrayList;
import java.util.List;

/** Words and signs: white space divides and is left out; punctuation and symbols stand alone (Devlin et al. 2019). */
final class Splitting {
    private static final int ALONE = (1 << Character.CONNECTOR_PUNCTUATION)
            | (1 << Character.DASH_PUNCTUATION)
            | (1 << Character.START_PUNCTUATION)
            | (1 << Character.END_PUNCTUATION)
            | (1 << Character.INITIAL_QUOTE_PUNCTUATION)
            | (1 << Character.FINAL_QUOTE_PUNCTUATION)
            | (1 << Character.OTHER_PUNCTUATION)
            | (1 << Character.MATH_SYMBOL)
            | (1 << Character.CURRENCY_SYMBOL)
            | (1 << Character.MODIFIER_SYMBOL)
            | (1 << Character.OTHER_SYMBOL);

    private Splitting() {}

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int behind = at + Character.charCount(point);
            boolean space = Character.isWhitespace(point) || Character.isSpaceChar(point);
            boolean sign = ((ALONE >> Character.getType(point)) & 1) == 1;
            if (space || sign) {
                add(text, from, at, words);
                add(text, space ? behind : at, behind, words);
                from = behind;
            }
            at = behind;
        }
        add(text, from, at, words);
        return words;
    }

    private static void add(String text, int from, int to, List<String> words) {
        if (to > from) {
            words.add(text.substring(from, to));
        }
    }
}
