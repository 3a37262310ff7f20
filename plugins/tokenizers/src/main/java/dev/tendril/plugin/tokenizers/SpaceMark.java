package dev.tendril.plugin.tokenizers;

import java.util.ArrayList;
import java.util.List;

/**
 * Text whose spaces are seen, so that tokens of it can be joined to the very text they were cut from. A space is written {@code ▁}
 * (U+2581), and one more stands at the start or the end of the text, so that a word looks the same wherever it stands. A text's own
 * {@code ▁} is written {@code ▂▁}, and its own {@code ▂} (U+2582) is written {@code ▂▂}.
 */
public enum SpaceMark {
    /** The mark of a space opens the word behind it. */
    START,
    /** The mark of a space closes the word before it. */
    END;

    private static final char SPACE = '▁';
    private static final char ESCAPE = '▂';

    /**
     * The words of a text, marked: what tokens never reach across. White space other than spaces stands alone. Joined with nothing
     * between them they are the whole text; there are none in an empty one.
     */
    List<String> words(String text) {
        String marked = mark(text);
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < marked.length(); at++) {
            char each = marked.charAt(at);
            boolean alone = Character.isWhitespace(each);
            if (alone || (each == SPACE && this == START)) {
                from = cut(marked, from, at, words);
            }
            if (alone || (each == SPACE && this == END)) {
                from = cut(marked, from, at + 1, words);
            }
            at += each == ESCAPE ? 1 : 0;
        }
        cut(marked, from, marked.length(), words);
        return words;
    }

    private static int cut(String text, int from, int to, List<String> words) {
        if (to > from) {
            words.add(text.substring(from, to));
        }
        return to;
    }

    private String mark(String text) {
        if (text.isEmpty()) {
            return "";
        }
        StringBuilder marked = new StringBuilder(text.length() + 8);
        if (this == START) {
            marked.append(SPACE);
        }
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == SPACE || each == ESCAPE) {
                marked.append(ESCAPE);
            }
            marked.append(each == ' ' ? SPACE : each);
        }
        if (this == END) {
            marked.append(SPACE);
        }
        return marked.toString();
    }

    /** The text of tokens; the mark that stands for no space is left out if it is there. */
    String join(List<String> tokens) {
        String marked = String.join("", tokens);
        StringBuilder text = new StringBuilder(marked.length());
        boolean closed = false;
        for (int at = 0; at < marked.length(); at++) {
            char each = marked.charAt(at);
            boolean escaped = each == ESCAPE && at + 1 < marked.length();
            closed = each == SPACE;
            at += escaped ? 1 : 0;
            text.append(closed ? ' ' : marked.charAt(at));
        }
        if (this == START && !marked.isEmpty() && marked.charAt(0) == SPACE) {
            text.deleteCharAt(0);
        }
        if (this == END && closed) {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }
}
