package dev.tendril.plugin.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnigramTest {
    /** A model of random tokens over three letters, every letter among them. */
    private record Drawn(List<String> tokens, double[] logProbabilities) {
        static Drawn of(long seed) {
            Random random = new Random(seed);
            List<String> tokens = new ArrayList<>(List.of("a", "b", "c"));
            while (tokens.size() < 17) {
                StringBuilder token = new StringBuilder();
                int length = 2 + random.nextInt(3);
                for (int at = 0; at < length; at++) {
                    token.append((char) ('a' + random.nextInt(3)));
                }
                if (!tokens.contains(token.toString())) {
                    tokens.add(token.toString());
                }
            }
            return new Drawn(
                    tokens,
                    UnigramLearner.logProbabilities(
                            random.doubles(tokens.size(), 0.1, 9).toArray()));
        }

        UnigramModel model() {
            return new UnigramModel(tokens, logProbabilities);
        }

        /** Every way to cut a word into tokens, each as their numbers. */
        List<List<Integer>> cuts(String word) {
            if (word.isEmpty()) {
                return List.of(List.of());
            }
            List<List<Integer>> all = new ArrayList<>();
            for (int token = 0; token < tokens.size(); token++) {
                if (word.startsWith(tokens.get(token))) {
                    for (List<Integer> rest :
                            cuts(word.substring(tokens.get(token).length()))) {
                        List<Integer> cut = new ArrayList<>(List.of(token));
                        cut.addAll(rest);
                        all.add(cut);
                    }
                }
            }
            return all;
        }

        double score(List<Integer> cut) {
            return cut.stream().mapToDouble(token -> logProbabilities[token]).sum();
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 1 + random.nextInt(9);
        for (int at = 0; at < length; at++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theBestCutIsTheBestOfAll(long seed) {
        Drawn drawn = Drawn.of(seed);
        Tokenizer tokenizer = new UnigramTokenizer(new UnigramPieces(
                drawn.tokens, Arrays.stream(drawn.logProbabilities).boxed().toList()));
        Random random = new Random(seed);
        for (int trial = 0; trial < 101; trial++) {
            String word = word(random);
            List<List<Integer>> cuts = drawn.cuts(word);
            double best = cuts.stream().mapToDouble(drawn::score).max().orElseThrow();
            UnigramModel.Path path = drawn.model().best(word.codePoints().toArray(), UnigramModel.NOTHING);
            assertThat(path.score()).isEqualTo(best, within(1e-12)); // rounding of sums in another order
            List<String> tokens =
                    tokenizer.tokenize(word).subList(1, tokenizer.tokenize(word).size());
            assertThat(String.join("", tokens)).isEqualTo(word);
            assertThat(tokens.stream()
                            .mapToDouble(token -> drawn.logProbabilities[drawn.tokens.indexOf(token)])
                            .sum())
                    .isEqualTo(best, within(1e-12));
        }
    }

    @Test
    void aTokenThatMayNotBeUsedIsNot() {
        Drawn drawn = Drawn.of(4);
        for (int without = 3; without < drawn.tokens.size(); without++) {
            int left = without;
            String word = drawn.tokens.get(without);
            double best = drawn.cuts(word).stream()
                    .filter(cut -> !cut.contains(left))
                    .mapToDouble(drawn::score)
                    .max()
                    .orElseThrow();
            assertThat(drawn.model().best(word.codePoints().toArray(), without).score())
                    .isEqualTo(best, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void expectationsAreThoseOverAllCuts(long seed) {
        Drawn drawn = Drawn.of(seed);
        Random random = new Random(seed);
        double[] actual = new double[drawn.tokens.size()];
        double[] wanted = new double[drawn.tokens.size()];
        for (int times = 1; times <= 11; times++) {
            String word = word(random);
            drawn.model().expect(word.codePoints().toArray(), times, actual);
            List<List<Integer>> cuts = drawn.cuts(word);
            double all =
                    cuts.stream().mapToDouble(cut -> Math.exp(drawn.score(cut))).sum();
            for (List<Integer> cut : cuts) {
                for (int token : cut) {
                    wanted[token] += times * Math.exp(drawn.score(cut)) / all;
                }
            }
        }
        assertThat(actual).containsExactly(wanted, within(1e-9)); // of sums up to some hundred
    }

    @Test
    void aCharacterThatIsNotKnownIsATokenOfItsOwn() {
        Tokenizer tokenizer =
                new UnigramTokenizer(new UnigramPieces(List.of("▁", "a", "▁a", "aa"), List.of(-1.0, -2.0, -1.5, -3.0)));
        assertThat(tokenizer.tokenize("aa😀a")).containsExactly("▁a", "a", "😀", "a");
        assertThat(tokenizer.tokenize("")).isEmpty();
    }

    @Test
    void seedsAreTheStringsThatCoverTheMost() {
        List<String> words = List.of("abab", "abc");
        int[][] points = words.stream().map(word -> word.codePoints().toArray()).toArray(int[][]::new);
        Map<String, Long> counts = new TreeMap<>();
        UnigramSeeds.of(points, new long[] {3, 2}, 100, 3).forEach(seed -> counts.put(seed.text(), seed.count()));
        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "a", 8L, "b", 8L, "c", 2L, "ab", 8L, "ba", 3L, "bc", 2L, "aba", 3L, "bab", 3L, "abc", 2L));
        assertThat(UnigramSeeds.of(points, new long[] {3, 2}, 3, 3).stream().map(UnigramSeeds.Seed::text))
                .as("8 × 2, 3 × 3 and 3 × 3 of the text")
                .containsExactly("a", "b", "c", "ab", "aba", "bab");
    }

    @Test
    void frequentWordsBecomeTokens() {
        List<String> texts = new ArrayList<>(Collections.nCopies(30, "hello world"));
        texts.addAll(Texts.random(3, 20, 5));
        UnigramPieces pieces = learn(new UnigramParameters(24, 16), texts);
        assertThat(pieces.tokens()).hasSize(24).contains("▁hello", "▁world");
        assertThat(pieces.logProbabilities().stream().mapToDouble(Math::exp).sum())
                .isEqualTo(1, within(1e-9));
        Tokenizer tokenizer = new UnigramTokenizer(pieces);
        assertThat(tokenizer.tokenize("world hello")).containsExactly("▁world", "▁hello");
    }

    @Test
    void everyRoundRaisesTheLikelihoodForItsTokens() {
        WordCounts words = WordCounts.of(Texts.random(11, 61, 3), SpaceMark.START::words);
        UnigramPieces once = UnigramLearner.learn(new UnigramParameters(30, 4), words, new CancellationToken());
        double[] even = new double[30];
        Arrays.fill(even, 1);
        assertThat(likelihood(once.tokens(), array(once), words))
                .isGreaterThan(likelihood(once.tokens(), UnigramLearner.logProbabilities(even), words));
    }

    private static double[] array(UnigramPieces pieces) {
        return pieces.logProbabilities().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double likelihood(List<String> tokens, double[] logProbabilities, WordCounts words) {
        UnigramModel model = new UnigramModel(tokens, logProbabilities);
        double sum = 0;
        for (int word = 0; word < words.words().size(); word++) {
            int[] points = words.words().get(word).codePoints().toArray();
            sum += words.counts()[word]
                    * model.best(points, UnigramModel.NOTHING).score();
        }
        return sum;
    }

    @Test
    void theOrderOfExamplesChangesNothing() {
        List<String> texts = Texts.random(7, 41, 3);
        List<String> turned = new ArrayList<>(texts);
        Collections.reverse(turned);
        UnigramParameters parameters = new UnigramParameters(20, 5);
        assertThat(learn(parameters, turned)).isEqualTo(learn(parameters, texts));
    }

    @Test
    void everyTextJoinsAgain() {
        List<String> learntFrom = Texts.AWKWARD.subList(0, Texts.AWKWARD.size() - 1);
        Tokenizer tokenizer =
                Texts.fitted(new UnigramTokenizer.Provider().create(new UnigramParameters(60, 16)), learntFrom);
        assertThat(Texts.AWKWARD).allSatisfy(text -> assertThat(tokenizer.join(tokenizer.tokenize(text)))
                .isEqualTo(text));
    }

    @Test
    void aSizeSmallerThanTheAlphabetIsAFailure() {
        assertThatThrownBy(() -> learn(new UnigramParameters(3, 16), List.of("abc")))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("are 4 tokens already");
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new UnigramPieces(List.of("a"), List.of())).hasMessageContaining("1 tokens and 0");
        assertThatThrownBy(() -> new UnigramPieces(List.of("a"), List.of(0.5))).hasMessageContaining("0.5");
        assertThatThrownBy(() -> new UnigramPieces(List.of("a"), List.of(Double.NaN)))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new UnigramPieces(List.of(""), List.of(-1.0))).hasMessageContaining("''");
    }

    private static UnigramPieces learn(UnigramParameters parameters, List<String> texts) {
        return UnigramLearner.learn(parameters, WordCounts.of(texts, SpaceMark.START::words), new CancellationToken());
    }
}
