package dev.tendril.api.decoding;

import java.util.List;

/**
 * A generated sequence.
 *
 * @param tokens its ids, without begin and end
 * @param logProbability sum of the log-probabilities of its tokens, the end token included if it was reached
 * @param score what the search ranked it by
 * @param finished whether the end token was reached; false if the length limit cut it
 * @param alignment weights over the source for every token, in order; empty if the model does not attend
 */
public record Hypothesis(
        List<Integer> tokens, double logProbability, double score, boolean finished, List<List<Double>> alignment) {
    public Hypothesis {
        tokens = List.copyOf(tokens);
        alignment = alignment.stream().map(List::copyOf).toList();
    }
}
