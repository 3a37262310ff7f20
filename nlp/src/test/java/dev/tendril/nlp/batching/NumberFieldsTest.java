package dev.tendril.nlp.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Transform;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.training.Reference;
import dev.tendril.nlp.batching.NumbersCodec.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberFieldsTest {
    private static final Vocabulary NOTES = new Vocabulary(
            new Vocabulary.Table(List.of("C", "E", "G"), Optional.empty(), Optional.empty(), Optional.empty()));

    @Test
    void numbersStandInManyWaysInAnExample() {
        Layout vector = new Layout(3, 0, Cut.NONE);
        List<Raw> ways = List.of(
                numbers(Shape.of(3), 1, 2, 3),
                numbers(Shape.of(1, 3), 1, 2, 3),
                text(" 1 2.0\t3e0 "),
                items(text("1"), numbers(Shape.of(), 2), text("3")));
        for (Raw raw : ways) {
            assertThat(vector.read(raw, "here")).isEqualTo(numbers(Shape.of(3), 1, 2, 3));
        }
    }

    @Test
    void stepsAreCutFromALongRow() {
        Layout frames = new Layout(2, 1, new Cut(1, 1));
        assertThat(frames.read(text("1 2 3 4 5 6 7 8"), "here")).isEqualTo(numbers(Shape.of(2, 2), 3, 4, 5, 6));
        assertThat(frames.read(numbers(Shape.of(1, 2), 1, 2), "here")).isEqualTo(numbers(Shape.of(0, 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 2     | 0 | holds vectors of size 2 where the field wants 3; set the field's size",
                "1 2 3 4 | 1 | holds 4 numbers, which make no whole number of steps of size 3",
                "1 2 x   | 0 | 'x' is no number, and the field wants numbers",
                "1 2 1e39 | 0 | holds 1.0E39, which is no number to compute with; leave the example out"
            })
    void whatDoesNotFitIsNamed(String text, int levels, String problem) {
        assertThatThrownBy(() -> new Layout(3, levels, Cut.NONE).read(text(text), "a.csv:7"))
                .isInstanceOf(DataException.class)
                .hasMessage("a.csv:7: " + problem);
    }

    @Test
    void framesBecomeAPaddedBatch() {
        NumbersCodec codec = new NumbersCodec(new Layout(2, 1, Cut.NONE), 2, new Halves());
        List<Row> rows = List.of(codec.encode(text("2 4"), "x"), codec.encode(text("6 8 10 12"), "x"));
        Sequence batch = codec.collate(rows, EncodingTest.ENGINE);
        assertThat(batch.lengths()).containsExactly(Lengths.of(1, 2));
        assertThat(batch.values().shape()).isEqualTo(Shape.of(2, 2, 2));
        assertThat(batch.values().toDoubles()).containsExactly(1, 2, 0, 0, 3, 4, 5, 6);
        assertThat(codec.inverted(1, 2, 3, 4)).containsExactly(2.0, 4.0, 6.0, 8.0);
        assertThat(codec.reference(text("6 8"), "x")).isEqualTo(new Reference.Numbers(List.of(6.0, 8.0)));
    }

    @Test
    void aReferenceHoldsTheNaiveForecastAndTheScaleOfItsExample() {
        Source source = new Source(List.of("a", "b"), Optional.of("before"), Optional.of("error"));
        Field field = new Field(
                "next", source, NumbersCodec.untransformed(new Layout(2, 0, Cut.NONE)), Optional.empty(), true);
        Example example =
                new Example(Map.of("a", text("1"), "b", text("2"), "before", text("3 4"), "error", text("5 6")), "x:1");
        assertThat(field.reference(example))
                .isEqualTo(new Reference.Numbers(List.of(1.0, 2.0), List.of(3.0, 4.0), List.of(5.0, 6.0)));
        assertThatThrownBy(() -> field.reference(new Example(Map.of("a", text("1"), "b", text("2")), "x:2")))
                .hasMessage("x:2: there is no 'before' here, only [a, b]; name one of these as the field's key");
    }

    @Test
    void setsBecomeOnesAndZeros() {
        LabelSetsCodec codec = new LabelSetsCodec(NOTES, Cut.NONE);
        List<Raw> ways = List.of(text("C,G - E"), items(items(text("C"), text("G")), items(), text("E")));
        for (Raw raw : ways) {
            Row.Numbers row = codec.encode(raw, "here");
            assertThat(row.steps()).isEqualTo(3);
            assertThat(row.numbers()).containsExactly(1, 0, 1, 0, 0, 0, 0, 1, 0);
            assertThat(codec.reference(raw, "here"))
                    .isEqualTo(new Reference.LabelSets(List.of(Set.of("C", "G"), Set.of(), Set.of("E"))));
        }
        assertThat(new LabelSetCodec(NOTES).encode(text("E, C"), "here").numbers())
                .containsExactly(1, 1, 0);
        assertThatThrownBy(() -> codec.encode(text("C,D"), "song.json:2"))
                .hasMessage("song.json:2: label 'D' does not occur in the training split, whose 3 labels are C, E, G");
    }

    @Test
    void wholeNumbersMayBeLabels() {
        assertThat(RawValues.sets(items(numbers(Shape.of(2), 60, 64), numbers(Shape.of(0))), "here"))
                .containsExactly(Set.of("60", "64"), Set.of());
        assertThat(RawValues.sets(numbers(Shape.of(2, 1), 60, 64), "here")).containsExactly(Set.of("60"), Set.of("64"));
        assertThat(RawValues.label(numbers(Shape.of(), -3), "here")).isEqualTo("-3");
        assertThatThrownBy(() -> RawValues.label(numbers(Shape.of(), 0.5), "here"))
                .hasMessage("here: holds 0.5 where the field wants labels; whole numbers may be labels");
    }

    @Test
    void labelsStandAlongOtherSteps() {
        Field words = Field.of("words", "words", new LabelsCodec(NOTES, Cut.NONE), false);
        Field tags = new Field("tags", Source.of("tags"), new LabelsCodec(NOTES, Cut.NONE), Optional.of("words"), true);
        Examples examples = new Examples()
                .with(new Example(Map.of("words", text("C E"), "tags", text("G G")), "x:1"))
                .with(new Example(Map.of("words", text("C E G"), "tags", text("G")), "x:2"));
        assertThatThrownBy(() -> EncodedDataSet.read(
                        examples, List.of(tags, words), EncodingTest.ENGINE, new CancellationToken()))
                .isInstanceOf(DataException.class)
                .hasMessage("x:2: field 'tags' has 1 step and field 'words', along which it stands, has 3 steps;"
                        + " both need one for every step");
    }

    @Test
    void aShiftedFieldLeavesStepsOut() {
        LabelsCodec before = new LabelsCodec(NOTES, new Cut(0, 1));
        LabelsCodec after = new LabelsCodec(NOTES, new Cut(1, 0));
        assertThat(before.encode(text("C E G"), "x").ids()).containsExactly(0, 1);
        assertThat(after.encode(text("C E G"), "x").ids()).containsExactly(1, 2);
        assertThat(after.reference(text("C E G"), "x")).isEqualTo(new Reference.Text(List.of("E", "G"), "E G"));
        assertThat(after.encode(text("C"), "x").steps()).isZero();
    }

    private static Raw.Numbers numbers(Shape shape, double... values) {
        return new Raw.Numbers(shape, values);
    }

    private static Raw text(String text) {
        return new Raw.Text(text);
    }

    private static Raw items(Raw... items) {
        return new Raw.Items(List.of(items));
    }

    /** The model sees half of every number. */
    private static final class Halves implements Transform {
        @Override
        public Raw.Numbers apply(Raw.Numbers numbers) {
            return times(numbers, 0.5);
        }

        @Override
        public Raw.Numbers invert(Raw.Numbers numbers) {
            return times(numbers, 2);
        }

        private static Raw.Numbers times(Raw.Numbers numbers, double factor) {
            return new Raw.Numbers(
                    numbers.shape(),
                    Arrays.stream(numbers.values()).map(each -> factor * each).toArray());
        }
    }
}
