package dev.tendril.plugin.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BpeTest {
    private static final List<String> PAPER = paper();

    /** The words of figure 1 of the paper, as often as there. */
    private static List<String> paper() {
        List<String> texts = new ArrayList<>();
        texts.addAll(Collections.nCopies(5, "low"));
        texts.addAll(Collections.nCopies(2, "lower"));
        texts.addAll(Collections.nCopies(6, "newest"));
        texts.addAll(Collections.nCopies(3, "widest"));
        return texts;
    }

    private static BpeParameters merges(int count) {
        return new BpeParameters(Optional.empty(), Optional.of(count), 1, SpaceMark.END);
    }

    private static BpeParameters size(int size) {
        return new BpeParameters(Optional.of(size), Optional.empty(), 2, SpaceMark.END);
    }

    private static BpeMerges learn(BpeParameters parameters, List<String> texts) {
        return new BpeLearner(parameters)
                .learn(WordCounts.of(texts, parameters.mark()::words), new CancellationToken());
    }

    private static List<String> made(BpeMerges merges) {
        return merges.tokens()
                .subList(merges.characters().size(), merges.tokens().size());
    }

    /** e·s, s·t and t·▁ occur nine times each, l·o and o·w seven times; of equals the first in order is merged. */
    @Test
    void theWordsOfThePaperMergeByCount() {
        assertThat(made(learn(merges(7), PAPER))).containsExactly("es", "est", "est▁", "lo", "low", "ew", "ewest▁");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void mergesAreThoseOfCountingEverythingAnew(long seed) {
        List<String> texts = Texts.random(seed, 37, 3);
        NaiveBpe naive = new NaiveBpe(WordCounts.of(texts, SpaceMark.END::words));
        BpeMerges actual = learn(merges(61), texts);
        assertThat(made(actual)).isEqualTo(naive.learn(61)).hasSizeGreaterThan(40);
        Tokenizer tokenizer = new BpeTokenizer(SpaceMark.END, actual);
        for (String text : Texts.random(seed + 100, 53, 4)) { // d is a character that was never seen
            assertThat(tokenizer.tokenize(text)).isEqualTo(naive.tokenize(SpaceMark.END.words(text)));
        }
    }

    @Test
    void runsOfOneCharacterMergeFromTheLeft() {
        Tokenizer tokenizer = new BpeTokenizer(SpaceMark.END, learn(merges(1), List.of("aaaaa")));
        assertThat(tokenizer.tokenize("aaaaa")).containsExactly("aa", "aa", "a", "▁");
    }

    @Test
    void theOrderOfExamplesChangesNothing() {
        List<String> texts = Texts.random(7, 41, 3);
        List<String> turned = new ArrayList<>(texts);
        Collections.reverse(turned);
        assertThat(learn(merges(50), turned)).isEqualTo(learn(merges(50), texts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "END"})
    void everyTextJoinsAgain(String side) {
        BpeParameters parameters = new BpeParameters(Optional.empty(), Optional.of(23), 1, SpaceMark.valueOf(side));
        List<String> learntFrom = Texts.AWKWARD.subList(0, Texts.AWKWARD.size() - 1);
        Tokenizer tokenizer = Texts.fitted(new BpeProvider().create(parameters), learntFrom);
        assertThat(Texts.AWKWARD).allSatisfy(text -> assertThat(tokenizer.join(tokenizer.tokenize(text)))
                .isEqualTo(text));
        assertThat(tokenizer.tokenize("")).isEmpty();
    }

    @Test
    void sizeCountsTheCharacters() {
        assertThat(learn(size(16), PAPER).tokens()).hasSize(16);
    }

    @Test
    void learningEndsWhereNoPairIsFrequentEnough() {
        BpeParameters parameters = new BpeParameters(Optional.of(1000), Optional.empty(), 8, SpaceMark.END);
        assertThat(made(learn(parameters, PAPER))).containsExactly("es", "est", "est▁");
    }

    @Test
    void withoutALimitThereAreEightThousandTokensAtMost() {
        BpeParameters parameters = new BpeParameters(Optional.empty(), Optional.empty(), 2, SpaceMark.END);
        assertThat(parameters.limit(100)).isEqualTo(7900);
    }

    @Test
    void twoLimitsAreRefused() {
        assertThatThrownBy(() -> new BpeParameters(Optional.of(10), Optional.of(10), 2, SpaceMark.END))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining("remove one");
    }

    @Test
    void aSizeSmallerThanTheAlphabetIsAFailure() {
        assertThatThrownBy(() -> learn(size(5), PAPER))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("are 11 tokens already")
                .hasMessageContaining("size is 5");
    }

    @Test
    void noTokenGrowsWithoutBound() {
        List<String> rulers = Collections.nCopies(3, "=".repeat(1000));
        assertThat(learn(merges(100), rulers).tokens())
                .allSatisfy(token -> assertThat(token.length()).isLessThanOrEqualTo(BpeMerges.LONGEST))
                .anySatisfy(token -> assertThat(token).hasSize(BpeMerges.LONGEST));
    }

    @Test
    void aLongWordIsNoTrouble() {
        Tokenizer tokenizer = new BpeTokenizer(SpaceMark.END, learn(merges(100), List.of("abab", "abcabc")));
        String text = "abcab".repeat(40_000);
        assertThat(tokenizer.join(tokenizer.tokenize(text))).isEqualTo(text);
    }

    @Test
    void learningCanBeCancelled() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        assertThatThrownBy(() -> new BpeLearner(merges(5)).learn(WordCounts.of(PAPER, SpaceMark.END::words), token))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        List<String> characters = List.of("a", "b");
        assertThatThrownBy(() -> new BpeMerges(characters, List.of(0, 3), List.of(1, 0)))
                .hasMessageContaining("merge 1 is of tokens 3 and 0, and there are 3 before it");
        assertThatThrownBy(() -> new BpeMerges(characters, List.of(0), List.of(-1)))
                .hasMessageContaining("merge 0");
        assertThatThrownBy(() -> new BpeMerges(characters, List.of(0), List.of()))
                .hasMessageContaining("1 left and 0 right");
        List<Integer> doubling = List.of(0, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThatThrownBy(() -> new BpeMerges(characters, doubling, doubling))
                .hasMessageContaining("more than 256 units");
    }
}
