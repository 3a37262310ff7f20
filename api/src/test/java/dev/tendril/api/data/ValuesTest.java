package dev.tendril.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void rowsOfDifferentLengthsArePaddedWithZero() {
        IdSequence ids = IdSequence.of(List.of(new int[] {7, 5, 3}, new int[] {}, new int[] {2}));
        assertThat(ids.ids()).isEqualTo(Ids.of(Shape.of(3, 3), 7, 5, 3, 0, 0, 0, 2, 0, 0));
        assertThat(ids.lengths()).containsExactly(Lengths.of(3, 0, 1));
        assertThat(ids.lengths().get(0).total()).isEqualTo(4);
    }

    @Test
    void aBatchWithoutARealStepHasAnEmptyAxis() {
        assertThat(IdSequence.of(List.of(new int[0], new int[0])).shape()).isEqualTo(Shape.of(2, 0));
    }

    @Test
    void refusesLengthsThatDoNotFitTheShape() {
        Ids ids = Ids.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        assertThatThrownBy(() -> new IdSequence(ids, List.of(Lengths.of(1))))
                .hasMessage("level 0 has 1 lengths for 2 rows of shape [2, 3]");
        assertThatThrownBy(() -> new IdSequence(ids, List.of(Lengths.of(1, 4))))
                .hasMessage("level 0 has length 4 on an axis of 3 in shape [2, 3]");
        assertThatThrownBy(() -> new IdSequence(ids, List.of())).hasMessageContaining("0 levels");
    }

    @Test
    void refusesABatchWhoseFieldsHaveDifferentRows() {
        assertThatThrownBy(() -> new Batch(new long[] {4}, Map.of("source", IdSequence.single(1, 2))))
                .hasMessage("field 'source' has 2 rows in a batch of 1");
    }

    @Test
    void aVocabularyFindsIdsAndFallsBackToUnknownOnlyIfThereIsOne() {
        Vocabulary tokens = new Vocabulary(
                new Vocabulary.Table(List.of("<unk>", "a"), Optional.of(0), Optional.empty(), Optional.empty()));
        assertThat(tokens.id("a")).hasValue(1);
        assertThat(tokens.id("z")).hasValue(0);
        assertThat(tokens.special(0)).isTrue();
        Vocabulary labels = new Vocabulary(
                new Vocabulary.Table(List.of("a"), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(labels.id("z")).isEmpty();
        assertThatThrownBy(labels::begin).hasMessage("this vocabulary has no begin token");
    }

    @Test
    void aVocabularyThatNobodyFittedContainsEveryToken() {
        Vocabulary unfitted = Vocabulary.unfitted(5);
        assertThat(unfitted.size()).isEqualTo(5);
        assertThat(unfitted.contains("3")).isTrue();
        assertThat(unfitted.id("3")).hasValue(3);
        assertThat(unfitted.contains("a")).isTrue();
        assertThat(unfitted.id("a")).hasValue(4);
        assertThat(List.of(unfitted.begin(), unfitted.end())).containsExactly(1, 2);
        assertThat(Vocabulary.unfitted(2).id("a")).hasValue(1);
        assertThat(Vocabulary.unfitted(2).table().begin()).isEmpty();
    }

    @Test
    void aVocabularyRefusesRepeatedTokensAndSpecialsOutside() {
        assertThatThrownBy(() -> new Vocabulary(new Vocabulary.Table(
                        List.of("a", "b", "a"), Optional.empty(), Optional.empty(), Optional.empty())))
                .hasMessage("token 'a' stands at 0 and 2");
        assertThatThrownBy(() -> new Vocabulary.Table(List.of("a"), Optional.empty(), Optional.of(1), Optional.empty()))
                .hasMessage("special token 1 is outside a vocabulary of 1");
    }
}
