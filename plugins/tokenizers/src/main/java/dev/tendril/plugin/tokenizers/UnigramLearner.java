package dev.tendril.plugin.tokenizers;

import dev.tendril.api.CancellationToken;
import dev.tendril.plugin.tokenizers.UnigramModel.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns a unigram model (Kudo 2018, section 3.2): from many more tokens than wanted, alternately fits their probabilities by expectation
 * and maximisation and drops those without which the text is hardly less likely, until few enough are left. Characters are never dropped.
 */
final class UnigramLearner {
    /** Seeds for each token wanted. */
    private static final int SEEDS = 10;

    /** Share of the tokens that a round keeps. */
    private static final double KEPT = 0.75;

    /** Expectations and maximisations of a round. */
    private static final int FITS = 2;

    /** Least count that a token is given: one that no likely cut uses stays possible until it is dropped. */
    private static final double LEAST = 1e-6;

    private final UnigramParameters parameters;
    private final CancellationToken cancellation;
    private final int[][] words;
    private final long[] counts;
    private final int characters;
    private List<String> tokens;
    private double[] expected;

    private UnigramLearner(UnigramParameters parameters, WordCounts given, CancellationToken cancellation) {
        this.parameters = parameters;
        this.cancellation = cancellation;
        this.words =
                given.words().stream().map(word -> word.codePoints().toArray()).toArray(int[][]::new);
        this.counts = given.counts();
        this.characters = given.characters().length;
        int room = Alphabet.room(parameters.size(), characters);
        int many = (int) Math.min((long) room * SEEDS, Integer.MAX_VALUE - 8);
        List<UnigramSeeds.Seed> seeds = UnigramSeeds.of(words, counts, many, parameters.longest());
        this.tokens = seeds.stream().map(UnigramSeeds.Seed::text).toList();
        this.expected = seeds.stream().mapToDouble(UnigramSeeds.Seed::count).toArray();
    }

    static UnigramPieces learn(UnigramParameters parameters, WordCounts words, CancellationToken cancellation) {
        UnigramLearner learner = new UnigramLearner(parameters, words, cancellation);
        learner.fit();
        while (learner.tokens.size() > parameters.size()) {
            learner.drop();
            learner.fit();
        }
        return new UnigramPieces(
                learner.tokens,
                Arrays.stream(logProbabilities(learner.expected)).boxed().toList());
    }

    private void fit() {
        for (int time = 0; time < FITS; time++) {
            UnigramModel model = model();
            double[] next = new double[tokens.size()];
            for (int word = 0; word < words.length; word++) {
                cancellation.throwIfCancelled();
                model.expect(words[word], counts[word], next);
            }
            expected = next;
        }
    }

    private UnigramModel model() {
        return new UnigramModel(tokens, logProbabilities(expected));
    }

    /** Logarithms of the shares of counts. */
    static double[] logProbabilities(double[] counts) {
        double[] bounded =
                Arrays.stream(counts).map(count -> Math.max(count, LEAST)).toArray();
        double total = 0;
        for (double count : bounded) {
            total += count;
        }
        double all = StrictMath.log(total);
        return Arrays.stream(bounded)
                .map(count -> Math.min(0, StrictMath.log(count) - all))
                .toArray();
    }

    /** Drops the tokens that the likelihood loses the least by. */
    private void drop() {
        int kept = (int) Math.max(parameters.size(), KEPT * tokens.size());
        double[] losses = losses();
        Comparator<Integer> most = Comparator.comparing((Integer token) -> losses[token])
                .reversed()
                .thenComparing(tokens::get);
        int[] chosen = IntStream.concat(
                        IntStream.range(0, characters),
                        IntStream.range(characters, tokens.size())
                                .boxed()
                                .sorted(most)
                                .limit(kept - characters)
                                .mapToInt(Integer::intValue)
                                .sorted())
                .toArray();
        List<String> old = tokens;
        double[] before = expected;
        tokens = new ArrayList<>(Arrays.stream(chosen).mapToObj(old::get).toList());
        expected = Arrays.stream(chosen).mapToDouble(token -> before[token]).toArray();
    }

    /** What the logarithm of the likelihood loses without each token, when the likeliest other cut stands for it. */
    private double[] losses() {
        UnigramModel model = model();
        double[] logProbabilities = logProbabilities(expected);
        double[] losses = new double[tokens.size()];
        for (int token = characters; token < losses.length; token++) {
            Path instead = model.best(tokens.get(token).codePoints().toArray(), token);
            losses[token] = expected[token] * (logProbabilities[token] - instead.score());
        }
        return losses;
    }
}
