package dev.tendril.nlp.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.model.Prediction;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextMetricsTest {
    private static final NoParameters NONE = new NoParameters();

    @Test
    void exactMatchCountsEqualTexts() {
        Metric.Accumulator accumulator = new ExactMatchProvider().create(NONE).start();
        assertThat(accumulator.value()).isNaN();
        accumulator.add(predicted("2003-05-05"), wanted("2003-05-05"));
        accumulator.add(predicted("2003-05-05 "), wanted("2003-05-05"));
        accumulator.add(predicted(""), wanted(""));
        assertThat(accumulator.value()).isEqualTo(2.0 / 3);
        assertThat(new ExactMatchProvider().create(NONE).higherIsBetter()).isTrue();
    }

    @Test
    void exactMatchCountsExamplesAllOfWhoseLabelsAreRight() {
        Metric exactMatch = new ExactMatchProvider().create(NONE);
        Metric.Accumulator accumulator = exactMatch.start();
        Prediction.LabelSet two = labels("b", "a");
        Prediction.LabelSet none = labels();
        assertThat(exactMatch.judges(two, new Reference.LabelSet(Set.of()))).isTrue();
        assertThat(exactMatch.judges(two, new Reference.Label("a"))).isFalse();
        accumulator.add(two, new Reference.LabelSet(Set.of("a", "b")));
        accumulator.add(two, new Reference.LabelSet(Set.of("a")));
        accumulator.add(none, new Reference.LabelSet(Set.of()));
        Prediction steps = new Prediction.LabelSets(List.of(two, none));
        accumulator.add(steps, new Reference.LabelSets(List.of(Set.of("a", "b"), Set.of())));
        accumulator.add(steps, new Reference.LabelSets(List.of(Set.of(), Set.of("a", "b"))));
        assertThat(accumulator.value()).isEqualTo(3.0 / 5);
    }

    @Test
    void theCharacterErrorRateIsEditsOverAllReferencesPerCodePoint() {
        Metric.Accumulator accumulator =
                new CharacterErrorRateProvider().create(NONE).start();
        assertThat(accumulator.value()).isNaN();
        accumulator.add(predicted("kitten"), wanted("sitting"));
        accumulator.add(predicted("𝄞𝄞"), wanted("𝄞"));
        assertThat(accumulator.value()).isEqualTo((3 + 1) / (7.0 + 1));
        assertThat(new CharacterErrorRateProvider().create(NONE).higherIsBetter())
                .isFalse();
    }

    @Test
    void wordsAndTokensAreCountedByTheirOwnCuts() {
        Metric.Accumulator words = new WordErrorRateProvider().create(NONE).start();
        Metric.Accumulator tokens = new TokenErrorRateProvider().create(NONE).start();
        words.add(predicted("the  cat sat"), wanted("the cat sat down"));
        tokens.add(predicted("cat"), wanted("cut"));
        assertThat(words.value()).isEqualTo(1.0 / 4);
        assertThat(tokens.value()).isEqualTo(1.0 / 3);
    }

    @Test
    void emptyReferencesCostNothingUnlessSomethingWasPredicted() {
        Metric.Accumulator accumulator =
                new CharacterErrorRateProvider().create(NONE).start();
        accumulator.add(predicted(""), wanted(""));
        assertThat(accumulator.value()).isZero();
        accumulator.add(predicted("a"), wanted(""));
        assertThat(accumulator.value()).isInfinite();
    }

    @Test
    void whatIsNoTextIsRefusedByName() {
        Metric.Accumulator accumulator = new ExactMatchProvider().create(NONE).start();
        assertThatThrownBy(() -> accumulator.add(new Prediction.Label("a", Map.of("a", 1.0)), new Reference.Label("a")))
                .hasMessage(
                        "exact_match judges generated text against text, not Label against Label; name metrics that suit the"
                                + " head under 'evaluation'");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7, 11})
    void theEditDistanceIsThatOfItsRecursiveDefinition(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 53; trial++) {
            List<Integer> left = random.ints(random.nextInt(6), 0, 3).boxed().toList();
            List<Integer> right = random.ints(random.nextInt(6), 0, 3).boxed().toList();
            assertThat(EditDistance.between(left, right)).isEqualTo(recursive(left, right));
        }
    }

    @Test
    void aLongSequenceIsComparedInLinearMemory() {
        List<Integer> zeros = new ArrayList<>(java.util.Collections.nCopies(2003, 0));
        assertThat(EditDistance.between(zeros, zeros.subList(0, 1009))).isEqualTo(2003 - 1009);
        assertThat((double) EditDistance.between(zeros, Arrays.asList(new Integer[] {1, 0, 1})))
                .isEqualTo(2002, within(0.0));
    }

    private static int recursive(List<Integer> left, List<Integer> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.size() + right.size();
        }
        List<Integer> shorter = left.subList(1, left.size());
        List<Integer> rest = right.subList(1, right.size());
        int substituted = recursive(shorter, rest) + (left.get(0).equals(right.get(0)) ? 0 : 1);
        return Math.min(substituted, 1 + Math.min(recursive(shorter, right), recursive(left, rest)));
    }

    private static Prediction.LabelSet labels(String... labels) {
        return new Prediction.LabelSet(List.of(labels), Map.of());
    }

    private static Prediction predicted(String text) {
        return new Prediction.Text(List.of(new Prediction.Candidate(text, characters(text), 0, 0, List.of())));
    }

    private static Reference wanted(String text) {
        return new Reference.Text(characters(text), text);
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }
}
