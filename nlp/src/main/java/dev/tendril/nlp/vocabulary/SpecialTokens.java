package dev.tendril.nlp.vocabulary;

import dev.tendril.api.data.Vocabulary;

/**
 * The entries of a vocabulary that stand for no text. Each ends with NUL, which no text of a data set may hold, so that a text with
 * the word {@code <s>} in it never meets them.
 */
public final class SpecialTokens {
    /** Stands for every token without an entry; id 0. */
    public static final String UNKNOWN = "<unk>\0";

    /** Stands before the first token of a generated sequence; id 1. */
    public static final String BEGIN = "<s>\0";

    /** Stands behind the last token of a generated sequence; id 2. */
    public static final String END = "</s>\0";

    private SpecialTokens() {}

    /** Whether a text holds the character that is kept for special tokens. */
    public static boolean clashes(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** The token of an id as people read it: {@code <unk>} for the unknown token. */
    public static String shown(Vocabulary vocabulary, int id) {
        String token = vocabulary.token(id);
        return vocabulary.special(id) && token.endsWith("\0") ? token.substring(0, token.length() - 1) : token;
    }
}
