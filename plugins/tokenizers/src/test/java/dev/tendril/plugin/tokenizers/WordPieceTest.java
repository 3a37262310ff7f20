package dev.tendril.plugin.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordPieceTest {
    private static List<String> learn(WordPieceParameters parameters, List<String> texts) {
        return new WordPieceLearner(parameters)
                .learn(WordCounts.of(texts, Splitting::words), new CancellationToken())
                .pieces();
    }

    /** The same pieces with everything counted anew for every merge. */
    private static List<String> naive(int size, List<String> texts) {
        List<List<String>> words = new ArrayList<>();
        TreeSet<String> pieces = new TreeSet<>();
        for (String text : texts) {
            for (String word : text.split(" ")) {
                List<String> cut = new ArrayList<>();
                word.chars().forEach(each -> cut.add((cut.isEmpty() ? "" : "##") + (char) each));
                words.add(cut);
                pieces.addAll(cut);
            }
        }
        while (pieces.size() < size) {
            Map<String, Integer> singles = new HashMap<>();
            Map<List<String>, Integer> pairs = new HashMap<>();
            for (List<String> word : words) {
                word.forEach(piece -> singles.merge(piece, 1, Integer::sum));
                for (int at = 1; at < word.size(); at++) {
                    pairs.merge(List.of(word.get(at - 1), word.get(at)), 1, Integer::sum);
                }
            }
            int total = singles.values().stream().mapToInt(Integer::intValue).sum();
            TreeMap<String, List<String>> byRank = new TreeMap<>();
            pairs.forEach((pair, count) -> {
                double ratio = (double) count
                        / singles.getOrDefault(pair.get(0), 0)
                        * total
                        / singles.getOrDefault(pair.get(1), 0);
                double gain = count * StrictMath.log(ratio);
                if (count >= 2 && gain > 0) {
                    byRank.put(String.format("%030.15f", 1e6 - gain) + pair.get(0) + "\0" + pair.get(1), pair);
                }
            });
            if (byRank.isEmpty()) {
                break;
            }
            List<String> best = byRank.firstEntry().getValue();
            String made = best.get(0) + best.get(1).substring(2);
            pieces.add(made);
            for (List<String> word : words) {
                for (int at = 0; at + 1 < word.size(); at++) {
                    if (word.subList(at, at + 2).equals(best)) {
                        word.set(at, made);
                        word.remove(at + 1);
                    }
                }
            }
        }
        return List.copyOf(pieces);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void piecesAreThoseOfCountingEverythingAnew(long seed) {
        List<String> texts = Texts.random(seed, 43, 3);
        assertThat(learn(new WordPieceParameters(47, 2), texts))
                .containsExactlyInAnyOrderElementsOf(naive(47, texts))
                .hasSizeGreaterThan(30);
    }

    @Test
    void whatRaisesTheLikelihoodIsNotWhatIsMostFrequent() {
        List<String> texts = new ArrayList<>(Collections.nCopies(9, "ab ac ad"));
        texts.addAll(Collections.nCopies(6, "xy"));
        assertThat(learn(new WordPieceParameters(7, 2), texts))
                .as("a·##b occurs nine times, but ##b follows a wherever it stands no more than ##c does")
                .containsExactlyInAnyOrder("a", "##b", "##c", "##d", "x", "##y", "xy");
    }

    @Test
    void wordsAreCutIntoTheLongestPieces() {
        Tokenizer tokenizer = new WordPieceTokenizer(
                new WordPieces(List.of("un", "unaf", "##fa", "##ff", "##able", "##a", "##b", ",", "un𐐀")));
        assertThat(tokenizer.tokenize("unaffable, un un𐐀"))
                .as("greedy: no piece goes on with 'unaf' and 'fable'")
                .containsExactly("unaffable", ",", "un", "un𐐀");
        assertThat(tokenizer.tokenize("unfaab")).containsExactly("un", "##fa", "##a", "##b");
        assertThat(tokenizer.tokenize("  ")).isEmpty();
    }

    @Test
    void signsStandAloneAndWhiteSpaceDivides() {
        assertThat(Splitting.words(" don't\u00a0pay $5,\n##x "))
                .containsExactly("don", "'", "t", "pay", "$", "5", ",", "#", "#", "x");
    }

    @Test
    void piecesJoinToWords() {
        Tokenizer tokenizer = new WordPieceTokenizer(new WordPieces(List.of("a")));
        assertThat(tokenizer.join(List.of("un", "##aff", "##able", "#", "#", "x")))
                .isEqualTo("unaffable # # x");
        assertThat(tokenizer.join(List.of("##able")))
                .as("nothing to go on with")
                .isEqualTo("##able");
        assertThat(tokenizer.join(List.of())).isEmpty();
    }

    @Test
    void wordsOfTheTrainingSplitAreNeverUnknown() {
        List<String> texts = Texts.random(9, 43, 6);
        List<String> pieces = learn(new WordPieceParameters(40, 2), texts);
        Tokenizer tokenizer = new WordPieceTokenizer(new WordPieces(pieces));
        assertThat(texts).allSatisfy(text -> {
            assertThat(tokenizer.tokenize(text)).isSubsetOf(pieces);
            assertThat(tokenizer.join(tokenizer.tokenize(text))).isEqualTo(text);
        });
    }

    @Test
    void theOrderOfExamplesChangesNothing() {
        List<String> texts = Texts.random(7, 41, 3);
        List<String> turned = new ArrayList<>(texts);
        Collections.reverse(turned);
        WordPieceParameters parameters = new WordPieceParameters(30, 2);
        assertThat(learn(parameters, turned)).isEqualTo(learn(parameters, texts));
    }

    @Test
    void aSizeSmallerThanTheAlphabetIsAFailure() {
        assertThatThrownBy(() -> learn(new WordPieceParameters(2, 2), List.of("ab b")))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("are 3 tokens already");
    }
}
