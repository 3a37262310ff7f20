package dev.tendril.nlp.search;

import dev.tendril.api.decoding.Hypothesis;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws sequences token by token. The draw is a function of the seed, the number of the result and the step, and of nothing else:
 * a row gets the same sequences whatever stands beside it, and two rows with the same input get the same ones; for several
 * different sequences ask for several results.
 */
final class SamplingSearch implements Search {
    private final SamplingParameters parameters;

    SamplingSearch(SamplingParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public List<List<Hypothesis>> search(StepModel<?> model, Limits limits) {
        LimitChecks.check(model, limits);
        RandomSource random = model.pass().engine().random();
        RandomKey key = RandomKey.of(limits.seed()).with("sampling");
        Allowed allowed = Allowed.by(model, parameters.minimumLength());
        return Walks.follow(
                model,
                LimitChecks.shortened(limits, parameters.maximumLength()),
                limits.results(),
                (scores, row, length, copy) -> draw(
                        scores, row, possible(scores, row, length, allowed), random.uniform(key.with(copy), length)));
    }

    /** The tokens that may be drawn, likeliest first, of equally likely ones the lower first. */
    private int[] possible(StepScores scores, int row, int length, Allowed allowed) {
        return IntStream.range(0, scores.vocabulary())
                .filter(token -> allowed.next(token, length) && scores.of(row, token) > Double.NEGATIVE_INFINITY)
                .boxed()
                .sorted(Comparator.comparingDouble(token -> -scores.of(row, token)))
                .limit(parameters.topK().orElse(Integer.MAX_VALUE))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Draws by inverting the distribution function at {@code uniform}. */
    private int draw(StepScores scores, int row, int[] likeliest, double uniform) {
        if (likeliest.length == 0) {
            return Walks.NONE;
        }
        double[] weights = new double[likeliest.length];
        for (int rank = 0; rank < weights.length; rank++) {
            double behind = scores.of(row, likeliest[rank]) - scores.of(row, likeliest[0]);
            weights[rank] = Math.exp(behind / parameters.temperature());
        }
        double nucleus = parameters.topP() * Arrays.stream(weights).sum();
        int last = last(weights, Math.nextDown(nucleus));
        double total = Arrays.stream(weights, 0, last + 1).sum();
        return likeliest[last(Arrays.copyOf(weights, last + 1), uniform * total)];
    }

    /** The first position at which the weights so far sum to more than a mass, or exactly to all of it. */
    private static int last(double[] weights, double mass) {
        double sum = 0;
        for (int rank = 0; rank < weights.length; rank++) {
            sum += weights[rank];
            if (sum > mass) {
                return rank;
            }
        }
        return weights.length - 1;
    }
}
