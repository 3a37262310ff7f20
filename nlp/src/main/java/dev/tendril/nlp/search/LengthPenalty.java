package dev.tendril.nlp.search;

/**
 * Scores sequences of different lengths (Wu et al. 2016, equation 14, without the coverage term): {@code log P / ((5 + n) / 6)^α}
 * with n tokens, the end token included. α = 0 scores by probability alone; a larger α favours longer sequences.
 *
 * @param alpha α, at least 0
 */
record LengthPenalty(double alpha) {

    /** The score of a sequence. */
    double score(double logProbability, int length) {
        return logProbability / Math.pow((5.0 + length) / 6.0, alpha);
    }

    /**
     * The best score that any continuation of a sequence can reach: it adds no probability, and the divisor grows with the length.
     *
     * @param length of the sequence, less than {@code maximumLength}
     */
    double bound(double logProbability, int length, int maximumLength) {
        return Math.max(score(logProbability, length + 1), score(logProbability, maximumLength));
    }
}
