package dev.tendril.nlp.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.TendrilException;
import dev.tendril.api.decoding.Hypothesis;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.nlp.search.PrefixModel.Distribution;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private static final int END = PrefixModel.END;
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final TendrilEngine engine =
            TendrilEngine.builder().precision(Precision.FLOAT64).threads(1).build();
    private final Pass pass = engine.open(PassOptions.inference());

    @AfterEach
    void release() {
        pass.close();
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "5, 0", "7, 0.6", "11, 0.6", "13, 1.7", "17, 1.7", "19, 4"})
    void aBeamAsWideAsTheTreeFindsTheTrulyBestSequences(long seed, double alpha) {
        int vocabulary = 5;
        int longest = 4;
        Distribution distribution = random(seed, vocabulary);
        PrefixModel model = new PrefixModel(pass, vocabulary, new int[] {3}, distribution, 0);
        List<Hypothesis> found = beam(400, alpha, 0)
                .search(model, new Search.Limits(List.of(longest), 7, 0))
                .get(0);

        List<Finished> all = new ArrayList<>();
        enumerate(distribution, new ArrayList<>(), 0, longest, all);
        all.sort(
                Comparator.comparingDouble((Finished each) -> each.score(alpha)).reversed());
        assertThat(all).hasSizeGreaterThan(30);
        for (int rank = 0; rank < 7; rank++) {
            assertThat(found.get(rank).tokens())
                    .as("rank " + rank)
                    .isEqualTo(all.get(rank).tokens());
            assertThat(found.get(rank).finished()).isTrue();
            assertThat(found.get(rank).logProbability()).isEqualTo(all.get(rank).logProbability());
            assertThat(found.get(rank).score()).isEqualTo(all.get(rank).score(alpha));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7, 11, 13, 17, 19})
    void aBeamOfWidthOneIsGreedySearchWhateverThePenalty(long seed) {
        Distribution distribution = random(seed, 7);
        int[] starts = {1, 5, 3, 9, 2};
        Search.Limits limits = new Search.Limits(List.of(6, 1, 9, 5, 7), 1, 0);
        List<List<Hypothesis>> greedy = greedy().search(new PrefixModel(pass, 7, starts, distribution, 11), limits);
        for (double alpha : new double[] {0, 0.6, 3}) {
            List<List<Hypothesis>> narrow =
                    beam(1, alpha, 0).search(new PrefixModel(pass, 7, starts, distribution, 11), limits);
            for (int row = 0; row < starts.length; row++) {
                Hypothesis expected = greedy.get(row).get(0);
                Hypothesis actual = narrow.get(row).get(0);
                assertThat(actual.tokens()).isEqualTo(expected.tokens());
                assertThat(actual.logProbability()).isEqualTo(expected.logProbability());
                assertThat(actual.finished()).isEqualTo(expected.finished());
                assertThat(actual.alignment()).isEqualTo(expected.alignment());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7, 11})
    void aRowFindsTheSameWhateverStandsBesideIt(long seed) {
        Distribution distribution = random(seed, 7);
        int[] starts = {7, 1, 3, 7, 11};
        List<Integer> longest = List.of(5, 0, 8, 5, 3);
        for (Search search : List.of(greedy(), beam(1, 0, 0), beam(3, 0.7, 2), sampling(1.3, 0.9, 4))) {
            int results = search instanceof GreedySearch ? 1 : search instanceof SamplingSearch ? 3 : 1;
            List<List<Hypothesis>> together = search.search(
                    new PrefixModel(pass, 7, starts, distribution, 13), new Search.Limits(longest, results, seed));
            for (int row = 0; row < starts.length; row++) {
                List<List<Hypothesis>> alone = search.search(
                        new PrefixModel(pass, 7, new int[] {starts[row]}, distribution, starts[row]),
                        new Search.Limits(List.of(longest.get(row)), results, seed));
                assertThat(together.get(row)).isEqualTo(alone.get(0));
            }
        }
    }

    @Test
    void alignmentsFollowTheirTokensAndEndWithTheSource() {
        PrefixModel model = new PrefixModel(pass, 7, new int[] {5, 2}, random(23, 7), 9);
        List<List<Hypothesis>> found = beam(3, 0, 2).search(model, new Search.Limits(List.of(6, 6), 3, 0));
        for (int row = 0; row < 2; row++) {
            for (Hypothesis each : found.get(row)) {
                int sourceLength = row == 0 ? 5 : 2;
                assertThat(each.tokens()).isNotEmpty();
                assertThat(each.alignment())
                        .isEqualTo(IntStream.range(0, each.tokens().size())
                                .mapToObj(step -> weights(each.tokens().subList(0, step), sourceLength))
                                .toList());
            }
        }
    }

    @Test
    void whatNeverChangesIsTakenOverWithoutBeingGathered() {
        Distribution neverEnds = (start, tokens) -> logs(0.5, 0, 0, 0.3, 0.2);
        PrefixModel model = new PrefixModel(pass, 5, new int[] {3, 7}, neverEnds, 0);
        assertThat(beam(3, 0, 0).search(model, new Search.Limits(List.of(6, 6), 3, 0)))
                .allMatch(results -> results.size() == 3);
        assertThat(model.steps()).isEqualTo(6);
        assertThat(model.sources()).isEqualTo(2); // before and after a row became three
    }

    @Test
    void aSearchStopsOnceNothingCanBeatWhatItFound() {
        Distribution endsAtOnce = (start, tokens) -> logs(0.05, 0, 0.9, 0.03, 0.02);
        PrefixModel model = new PrefixModel(pass, 5, new int[] {3}, endsAtOnce, 0);
        Hypothesis best = best(beam(4, 0, 0), model, 50);
        assertThat(best.tokens()).isEmpty();
        assertThat(best.finished()).isTrue();
        assertThat(model.steps()).isEqualTo(1);
    }

    @Test
    void aSearchGoesOnWhileTheLengthPenaltyLetsALongerSequenceWin() {
        // Ending at once has log 0.5 / (6/6) = −0.69; five sure tokens then the end, log 0.45 / (11/6) = −0.44.
        Distribution longer = (start, tokens) -> {
            if (tokens.isEmpty()) {
                return logs(0.05, 0, 0.5, 0.45, 0);
            }
            return tokens.size() < 5 ? logs(0, 0, 0, 1, 0) : logs(0, 0, 1, 0, 0);
        };
        assertThat(best(beam(3, 1, 0), new PrefixModel(pass, 5, new int[] {3}, longer, 0), 9)
                        .tokens())
                .containsExactly(3, 3, 3, 3, 3);
        PrefixModel byProbability = new PrefixModel(pass, 5, new int[] {3}, longer, 0);
        assertThat(best(beam(3, 0, 0), byProbability, 9).tokens()).isEmpty();
        assertThat(byProbability.steps()).isEqualTo(1);
    }

    @Test
    void equallyLikelyTokensAreTakenByLowerId() {
        Distribution uniform = (start, tokens) -> logs(0.25, 0, 0.25, 0.25, 0.25);
        assertThat(best(greedy(), new PrefixModel(pass, 5, new int[] {3}, uniform, 0), 3)
                        .tokens())
                .containsExactly(0, 0, 0);
        List<Hypothesis> found = beam(3, 0, 1)
                .search(new PrefixModel(pass, 5, new int[] {3}, uniform, 0), new Search.Limits(List.of(2), 3, 0))
                .get(0);
        assertThat(found.stream().map(Hypothesis::tokens)).containsExactly(List.of(0), List.of(0, 0), List.of(0, 3));
        assertThat(found.stream().map(Hypothesis::finished)).containsExactly(true, false, false);
    }

    @Test
    void aSequenceIsNotShorterThanItsMinimum() {
        Distribution endsAtOnce = (start, tokens) -> logs(0.06, 0, 0.9, 0.03, 0.01);
        assertThat(best(beam(2, 0, 3), new PrefixModel(pass, 5, new int[] {3}, endsAtOnce, 0), 9)
                        .tokens())
                .containsExactly(0, 0, 0);
    }

    @Test
    void theLimitCutsASequenceAndSaysSo() {
        Distribution neverEnds = (start, tokens) -> logs(0.1, 0, 0, 0.9, 0);
        for (Search search : List.of(greedy(), beam(2, 0.5, 0), sampling(1, 1, 1))) {
            Hypothesis cut = best(search, new PrefixModel(pass, 5, new int[] {3}, neverEnds, 0), 7);
            assertThat(cut.tokens()).containsExactly(3, 3, 3, 3, 3, 3, 3);
            assertThat(cut.finished()).isFalse();
            Hypothesis empty = best(search, new PrefixModel(pass, 5, new int[] {3}, neverEnds, 0), 0);
            assertThat(empty.tokens()).isEmpty();
            assertThat(empty.finished()).isFalse();
        }
    }

    @Test
    void whereNoTokenIsPossibleTheSequenceIsCut() {
        Distribution deadEnd = (start, tokens) ->
                tokens.isEmpty() ? logs(0, 0, 0, 1, 0) : new double[] {NEVER, 0, NEVER, NEVER, NEVER};
        for (Search search : List.of(greedy(), beam(2, 0, 0), sampling(1, 1, 3))) {
            Hypothesis cut = best(search, new PrefixModel(pass, 5, new int[] {3}, deadEnd, 0), 7);
            assertThat(cut.tokens()).containsExactly(3);
            assertThat(cut.finished()).isFalse();
        }
    }

    @Test
    void theBeginTokenIsNeverGenerated() {
        Distribution begins = (start, tokens) -> logs(0, 0.98, 0.02, 0, 0);
        for (Search search : List.of(greedy(), beam(2, 0, 0), sampling(1, 1, 5))) {
            assertThat(best(search, new PrefixModel(pass, 5, new int[] {3}, begins, 0), 7)
                            .tokens())
                    .isEmpty();
        }
    }

    @Test
    void aModelThatGivesNoNumberIsRefused() {
        Distribution broken = (start, tokens) -> new double[] {-1, -1, Double.NaN, -1, -1};
        for (Search search : List.of(greedy(), beam(2, 0, 0), sampling(1, 1, 5))) {
            assertThatThrownBy(() -> best(search, new PrefixModel(pass, 5, new int[] {3}, broken, 0), 7))
                    .isInstanceOf(TendrilException.class)
                    .hasMessageContaining("NaN");
        }
    }

    @Test
    void moreResultsThanASearchCanGiveAreRefusedWithTheRemedy() {
        PrefixModel model = new PrefixModel(pass, 5, new int[] {3}, random(3, 5), 0);
        Search.Limits three = new Search.Limits(List.of(4), 3, 0);
        assertThatThrownBy(() -> greedy().search(model, three)).hasMessageContaining("{type: beam, width: 3}");
        assertThatThrownBy(() -> beam(2, 0, 0).search(model, three)).hasMessageContaining("set width: 3");
    }

    @Test
    void aCancelledSearchEnds() {
        CancellationToken token = new CancellationToken();
        try (Pass stopped = engine.open(PassOptions.inference().cancelledBy(token))) {
            PrefixModel model = new PrefixModel(stopped, 5, new int[] {3}, random(3, 5), 0);
            token.cancel();
            assertThatThrownBy(() -> best(beam(2, 0, 0), model, 9)).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void samplesComeAsOftenAsTheModelSays() {
        double[] probabilities = {0.4, 0, 0.1, 0.3, 0.2};
        Distribution fixed = (start, tokens) -> tokens.isEmpty() ? logs(probabilities) : logs(0, 0, 1, 0, 0);
        int draws = 4001;
        Map<Integer, Integer> counts = firstTokens(sampling(1, 1, 5), fixed, draws);
        for (int token = 0; token < probabilities.length; token++) {
            double deviation = Math.sqrt(probabilities[token] * (1 - probabilities[token]) / draws);
            // five standard deviations: a right sampler fails for one seed in a million, and the seed is fixed
            assertThat(Math.abs(counts.getOrDefault(token, 0) / (double) draws - probabilities[token]))
                    .isLessThanOrEqualTo(5 * deviation);
        }
    }

    @Test
    void temperatureRankAndNucleusLimitWhatIsDrawn() {
        Distribution fixed = (start, tokens) -> tokens.isEmpty() ? logs(0.4, 0, 0.1, 0.3, 0.2) : logs(0, 0, 1, 0, 0);
        assertThat(firstTokens(sampling(1, 1, 2), fixed, 307)).containsOnlyKeys(0, 3);
        assertThat(firstTokens(sampling(1, 0.69, 5), fixed, 307)).containsOnlyKeys(0, 3);
        assertThat(firstTokens(sampling(1, 0.71, 5), fixed, 307)).containsOnlyKeys(0, 3, 4);
        assertThat(firstTokens(sampling(0.01, 1, 5), fixed, 307)).containsOnlyKeys(0);
        assertThat(firstTokens(sampling(1e-300, 1, 5), fixed, 7)).containsOnlyKeys(0);
    }

    @Test
    void withoutALimitByRankEveryTokenMayBeDrawn() {
        Distribution fixed = (start, tokens) -> tokens.isEmpty() ? logs(0.4, 0, 0.1, 0.3, 0.2) : logs(0, 0, 1, 0, 0);
        Search unlimited =
                new SamplingProvider().create(new SamplingParameters(1, Optional.empty(), 1, 0, Optional.empty()));
        assertThat(firstTokens(unlimited, fixed, 307))
                .isEqualTo(firstTokens(sampling(1, 1, 5), fixed, 307))
                .containsOnlyKeys(0, 2, 3, 4);
    }

    @Test
    void samplesDependOnTheSeed() {
        PrefixModel model = new PrefixModel(pass, 11, new int[] {3}, (start, tokens) -> flat(11), 0);
        List<Hypothesis> first = sampling(1, 1, 11)
                .search(model, new Search.Limits(List.of(9), 3, 5))
                .get(0);
        assertThat(sampling(1, 1, 11)
                        .search(model, new Search.Limits(List.of(9), 3, 5))
                        .get(0))
                .isEqualTo(first);
        assertThat(sampling(1, 1, 11)
                        .search(model, new Search.Limits(List.of(9), 3, 6))
                        .get(0))
                .isNotEqualTo(first);
        assertThat(first.stream().map(Hypothesis::tokens).distinct()).hasSize(3);
        assertThat(first)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Hypothesis::logProbability).reversed());
    }

    /** A finished sequence, its probability summed in order. */
    private record Finished(List<Integer> tokens, double logProbability) {
        double score(double alpha) {
            return logProbability / Math.pow((5.0 + (tokens.size() + 1)) / 6.0, alpha);
        }
    }

    private static void enumerate(
            Distribution distribution, List<Integer> prefix, double sum, int longest, List<Finished> found) {
        if (prefix.size() == longest) {
            return;
        }
        double[] next = distribution.after(3, prefix);
        for (int token = 0; token < next.length; token++) {
            if (token == END) {
                found.add(new Finished(List.copyOf(prefix), sum + next[token]));
            } else if (token != PrefixModel.BEGIN) {
                List<Integer> longer = new ArrayList<>(prefix);
                longer.add(token);
                enumerate(distribution, longer, sum + next[token], longest, found);
            }
        }
    }

    @Test
    void aSequenceWhoseStartIsGivenGoesOnBehindIt() {
        Distribution distribution = random(5, 7);
        List<Integer> whole = best(greedy(), new PrefixModel(pass, 7, new int[] {3}, distribution, 0), 9)
                .tokens();
        assertThat(whole).hasSizeGreaterThan(2);
        for (int given = 0; given < whole.size(); given++) {
            PrefixModel model = new PrefixModel(pass, 7, new int[] {3}, distribution, 0);
            Search.Limits limits = new Search.Limits(List.of(9 - given), 1, 29);
            Hypothesis rest = greedy().search(new Continued<>(model, whole.subList(0, given)), limits)
                    .get(0)
                    .get(0);
            assertThat(rest.tokens()).isEqualTo(whole.subList(given, whole.size()));
        }
    }

    @Test
    void aSearchMayBeShorterThanItsLimits() {
        Distribution endless = (start, tokens) -> logs(0.5, 0, 0, 0.3, 0.2);
        Optional<Integer> three = Optional.of(3);
        List<Search> searches = List.of(
                new GreedyProvider().create(new GreedyParameters(three)),
                new BeamProvider().create(new BeamParameters(2, 0, 0, three)),
                new SamplingProvider().create(new SamplingParameters(1, Optional.empty(), 1, 0, three)));
        for (Search search : searches) {
            PrefixModel model = new PrefixModel(pass, 5, new int[] {3}, endless, 0);
            assertThat(best(search, model, 7).tokens()).hasSize(3);
        }
    }

    private static List<Double> weights(List<Integer> prefix, int sourceLength) {
        return IntStream.range(0, sourceLength)
                .mapToObj(source -> PrefixModel.weight(prefix, source))
                .toList();
    }

    private static Hypothesis best(Search search, PrefixModel model, int longest) {
        return search.search(model, new Search.Limits(List.of(longest), 1, 29))
                .get(0)
                .get(0);
    }

    private Map<Integer, Integer> firstTokens(Search search, Distribution distribution, int draws) {
        PrefixModel model = new PrefixModel(pass, 5, new int[] {3}, distribution, 0);
        Map<Integer, Integer> counts = new HashMap<>();
        for (Hypothesis drawn :
                search.search(model, new Search.Limits(List.of(3), draws, 31)).get(0)) {
            counts.merge(drawn.tokens().isEmpty() ? END : drawn.tokens().get(0), 1, Integer::sum);
        }
        return counts;
    }

    private static Search greedy() {
        return new GreedyProvider().create(new GreedyParameters(Optional.empty()));
    }

    private static Search beam(int width, double alpha, int minimumLength) {
        return new BeamProvider().create(new BeamParameters(width, alpha, minimumLength, Optional.empty()));
    }

    private static Search sampling(double temperature, double topP, int topK) {
        return new SamplingProvider()
                .create(new SamplingParameters(temperature, Optional.of(topK), topP, 0, Optional.empty()));
    }

    /** A distribution drawn anew for every prefix. */
    private static Distribution random(long seed, int vocabulary) {
        return (start, tokens) -> {
            SplittableRandom random = new SplittableRandom(seed * 1009 + 31L * start + tokens.hashCode());
            return logs(IntStream.range(0, vocabulary)
                    .mapToDouble(token -> Math.exp(3 * random.nextDouble()))
                    .toArray());
        };
    }

    private static double[] flat(int vocabulary) {
        return logs(Collections.nCopies(vocabulary, 1.0).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private static double[] logs(double... weights) {
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> Math.log(weight / total)).toArray();
    }
}
