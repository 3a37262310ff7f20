package dev.tendril.nlp.search;

/**
 * The best continuations seen so far, best first. Of equally good ones those offered earlier stand first; whoever offers parents
 * and tokens in ascending order breaks ties by lower parent, then by lower token.
 */
final class Candidates {
    private final double[] logProbabilities;
    private final int[] parents;
    private final int[] tokens;
    private int size;

    /** Keeps so many. */
    Candidates(int capacity) {
        this.logProbabilities = new double[capacity];
        this.parents = new int[capacity];
        this.tokens = new int[capacity];
    }

    /** Considers one; an impossible one never counts. */
    void offer(int parent, int token, double logProbability) {
        if (logProbability == Double.NEGATIVE_INFINITY || !better(logProbability)) {
            return;
        }
        size = Math.min(size + 1, tokens.length);
        int at = size - 1;
        while (at > 0 && logProbability > logProbabilities[at - 1]) {
            logProbabilities[at] = logProbabilities[at - 1];
            parents[at] = parents[at - 1];
            tokens[at] = tokens[at - 1];
            at--;
        }
        logProbabilities[at] = logProbability;
        parents[at] = parent;
        tokens[at] = token;
    }

    private boolean better(double logProbability) {
        return size < tokens.length || (size > 0 && logProbability > logProbabilities[size - 1]);
    }

    int size() {
        return size;
    }

    int parent(int rank) {
        return parents[rank];
    }

    int token(int rank) {
        return tokens[rank];
    }
}
