package dev.tendril.plugin.tokenizers;

import dev.tendril.api.spi.Param;
import java.util.List;

/**
 * What a unigram model learns.
 *
 * @param tokens each once
 * @param logProbabilities of each
 */
public record UnigramPieces(
        @Param("The tokens.") List<String> tokens,

        @Param("Natural logarithm of the probability of each.")
        List<Double> logProbabilities) {

    public UnigramPieces {
        tokens = List.copyOf(tokens);
        logProbabilities = List.copyOf(logProbabilities);
        if (tokens.size() != logProbabilities.size()) {
            throw new IllegalArgumentException(
                    tokens.size() + " tokens and " + logProbabilities.size() + " probabilities");
        }
        for (int at = 0; at < tokens.size(); at++) {
            double probability = logProbabilities.get(at);
            if (tokens.get(at).isEmpty() || !(probability <= 0) || Double.isInfinite(probability)) {
                throw new IllegalArgumentException(
                        "token '" + tokens.get(at) + "' has the logarithm of a probability " + probability);
            }
        }
    }
}
