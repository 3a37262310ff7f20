package dev.tendril.nlp.search;

import dev.tendril.api.decoding.Hypothesis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence under way: its last token and the path before it, so that sequences with a common start share it.
 *
 * @param before the path without the last token; null at the begin token
 * @param token the last one
 * @param length number of tokens behind the begin token
 * @param logProbability of all of them
 * @param alignment weights over the source when the last token was chosen; empty if the model does not attend
 */
record Path(@Nullable Path before, int token, int length, double logProbability, double[] alignment) {

    /** The path before the first token. */
    static Path start(int begin) {
        return new Path(null, begin, 0, 0, new double[0]);
    }

    /** One token further. */
    Path then(int next, double logProbabilityOfNext, double[] alignmentOfNext) {
        return new Path(this, next, length + 1, logProbability + logProbabilityOfNext, alignmentOfNext);
    }

    /**
     * This path as a result.
     *
     * @param finished whether its last token is the end token, which the result leaves out
     */
    Hypothesis result(double score, boolean finished) {
        List<Integer> tokens = new ArrayList<>();
        List<List<Double>> weights = new ArrayList<>();
        Path at = finished && before != null ? before : this;
        while (at.before != null) {
            tokens.add(at.token);
            if (at.alignment.length > 0) {
                weights.add(Arrays.stream(at.alignment).boxed().toList());
            }
            at = at.before;
        }
        Collections.reverse(tokens);
        Collections.reverse(weights);
        return new Hypothesis(tokens, logProbability, score, finished, weights);
    }
}
