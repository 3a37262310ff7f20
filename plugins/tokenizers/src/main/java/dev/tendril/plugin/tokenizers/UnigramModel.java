package dev.tendril.plugin.tokenizers;

import java.util.Arrays;
import java.util.List;

/**
 * Tokens that are drawn independently, each with its probability (Kudo 2018, section 3.2). A word is the product of its tokens; a character
 * that no token covers counts as one that is much less likely than all of them.
 */
final class UnigramModel {
    /** A token that is none: a character that is not known. */
    static final int UNKNOWN = -1;

    /** What leaves every token possible. */
    static final int NOTHING = -2;

    private static final double PENALTY = 10;

    private final Trie trie;
    private final double[] logProbabilities;
    private final double unknown;

    UnigramModel(List<String> tokens, double[] logProbabilities) {
        this.trie = new Trie(tokens);
        this.logProbabilities = logProbabilities;
        this.unknown = Arrays.stream(logProbabilities).min().orElse(0) - PENALTY;
    }

    /** Hears the tokens that may stand in a word. */
    private interface Visitor {
        void token(int from, int to, int token, double logProbability);
    }

    /** A likeliest way to cut a word: where the token starts that ends at a place, and how likely it is. */
    static final class Path {
        private final int[] start;
        private final double[] score;

        private Path(int length) {
            start = new int[length + 1];
            score = new double[length + 1];
            Arrays.fill(score, 1, length + 1, Double.NEGATIVE_INFINITY);
        }

        /** Logarithm of its probability. */
        double score() {
            return score[score.length - 1];
        }

        /** Where the token that ends at a place starts. */
        int start(int end) {
            return start[end];
        }
    }

    /**
     * The likeliest way to cut a word (Viterbi 1967); of those equally likely the one whose last token is the longest, and so on to the
     * left.
     *
     * @param word code points
     * @param without a token that may not be used; {@link #NOTHING} for none
     */
    Path best(int[] word, int without) {
        Path path = new Path(word.length);
        for (int from = 0; from < word.length; from++) {
            visit(word, from, (start, end, token, logProbability) -> {
                double score = path.score[start] + logProbability;
                if (token != without && score > path.score[end]) {
                    path.score[end] = score;
                    path.start[end] = start;
                }
            });
        }
        return path;
    }

    /**
     * Adds how often each token is expected in a word, over all ways to cut it (the forward–backward algorithm).
     *
     * @param word code points
     * @param times how often the word occurs
     * @param expected by token; the words that hold unknown characters count with the tokens around them
     */
    void expect(int[] word, long times, double[] expected) {
        double[] forward = new double[word.length + 1];
        double[] backward = new double[word.length + 1];
        Arrays.fill(forward, 1, forward.length, Double.NEGATIVE_INFINITY);
        Arrays.fill(backward, 0, word.length, Double.NEGATIVE_INFINITY);
        for (int from = 0; from < word.length; from++) {
            visit(
                    word,
                    from,
                    (start, end, token, logProbability) ->
                            forward[end] = plus(forward[end], forward[start] + logProbability));
        }
        for (int from = word.length - 1; from >= 0; from--) {
            visit(
                    word,
                    from,
                    (start, end, token, logProbability) ->
                            backward[start] = plus(backward[start], backward[end] + logProbability));
        }
        for (int from = 0; from < word.length; from++) {
            visit(word, from, (start, end, token, logProbability) -> {
                if (token != UNKNOWN) {
                    double path = forward[start] + logProbability + backward[end] - forward[word.length];
                    expected[token] += times * StrictMath.exp(path);
                }
            });
        }
    }

    private void visit(int[] word, int from, Visitor visitor) {
        boolean covered = false;
        int node = 0;
        for (int to = from; to < word.length; to++) {
            node = trie.child(node, word[to]);
            if (node == Trie.NONE) {
                break;
            }
            int token = trie.token(node);
            if (token != Trie.NONE) {
                covered |= to == from;
                visitor.token(from, to + 1, token, logProbabilities[token]);
            }
        }
        if (!covered) {
            visitor.token(from, from + 1, UNKNOWN, unknown);
        }
    }

    /** log(eᵃ + eᵇ). */
    private static double plus(double a, double b) {
        double large = Math.max(a, b);
        double small = Math.min(a, b);
        return small == Double.NEGATIVE_INFINITY ? large : large + StrictMath.log1p(StrictMath.exp(small - large));
    }
}
