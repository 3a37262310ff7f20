package dev.tendril.plugin.tokenizers;

import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.spi.TokenizerProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * WordPiece (Schuster &amp; Nakajima 2012, with the marks of Devlin et al. 2019): a word is cut from its start into the longest piece that
 * is known; all its pieces but the first start with {@code ##}. A word that cannot be cut so is one token, which no vocabulary has.
 * White space divides words, and punctuation stands alone. Joining puts a space between words, so it restores no other white space.
 */
final class WordPieceTokenizer implements Tokenizer {
    private final Set<String> pieces;
    private final int longest;

    WordPieceTokenizer(WordPieces learnt) {
        this.pieces = new HashSet<>(learnt.pieces());
        this.longest = pieces.stream().mapToInt(String::length).max().orElse(0);
    }

    @Override
    public List<String> tokenize(String text) {
        List<String> tokens = new ArrayList<>();
        for (String word : Splitting.words(text)) {
            int before = tokens.size();
            if (!cut(word, tokens)) {
                tokens.subList(before, tokens.size()).clear();
                tokens.add(word);
            }
        }
        return tokens;
    }

    private boolean cut(String word, List<String> tokens) {
        int from = 0;
        while (from < word.length()) {
            String opening = from == 0 ? "" : WordPieces.CONTINUED;
            int to = Math.min(word.length(), from + longest);
            while (to > from && !pieces.contains(opening + word.substring(from, to))) {
                to--;
            }
            if (to == from) {
                return false;
            }
            tokens.add(opening + word.substring(from, to));
            from = to;
        }
        return true;
    }

    @Override
    public String join(List<String> tokens) {
        StringBuilder text = new StringBuilder();
        for (String token : tokens) {
            boolean continued = text.length() > 0
                    && token.length() > WordPieces.CONTINUED.length()
                    && token.startsWith(WordPieces.CONTINUED);
            text.append(continued || text.length() == 0 ? "" : " ");
            text.append(continued ? token.substring(WordPieces.CONTINUED.length()) : token);
        }
        return text.toString();
    }

    static final class Provider implements TokenizerProvider<WordPieceParameters> {
        @Override
        public String name() {
            return "wordpiece";
        }

        @Override
        public Class<WordPieceParameters> parameters() {
            return WordPieceParameters.class;
        }

        @Override
        public String description() {
            return "WordPiece: pieces of words that make the text likeliest (Schuster & Nakajima 2012), cut longest first; words joined"
                    + " with single spaces.";
        }

        @Override
        public Fitted<?, String, Tokenizer> create(WordPieceParameters parameters) {
            return new Fit(parameters);
        }
    }

    private record Fit(WordPieceParameters parameters) implements Fitted<WordPieces, String, Tokenizer> {
        @Override
        public Class<WordPieces> state() {
            return WordPieces.class;
        }

        @Override
        public WordPieces fit(Iterable<String> examples, FitContext context) {
            WordCounts words = WordCounts.of(examples, Splitting::words);
            return new WordPieceLearner(parameters).learn(words, context.cancellation());
        }

        @Override
        public Tokenizer build(WordPieces learnt) {
            return new WordPieceTokenizer(learnt);
        }
    }
}
