package dev.tendril.nlp.reader.json;

import static dev.tendril.nlp.reader.TestFolder.text;
import static dev.tendril.nlp.reader.TestFolder.texts;
import static dev.tendril.nlp.reader.TestFolder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Raw;
import dev.tendril.api.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonValuesTest {
    @Test
    void stringsAndTruthValuesAreTexts() {
        assertThat(raw("\"a \\u00fc\"")).contains(text("a ü"));
        assertThat(raw("true")).contains(text("true"));
        assertThat(raw("false")).contains(text("false"));
    }

    @Test
    void numbersAndRectanglesOfNumbersKeepTheirShape() {
        assertThat(raw("-1.5e3")).contains(new Raw.Numbers(Shape.of(), new double[] {-1500}));
        assertThat(raw("[1, 2.5, 3]")).contains(vector(1, 2.5, 3));
        assertThat(raw("[]")).contains(vector());
        assertThat(raw("[[1, 2, 3], [4, 5, 6]]"))
                .contains(new Raw.Numbers(Shape.of(2, 3), new double[] {1, 2, 3, 4, 5, 6}));
        assertThat(raw("12345678901234567890123"))
                .contains(new Raw.Numbers(Shape.of(), new double[] {1.2345678901234568e22}));
    }

    @Test
    void otherArraysAreLists() {
        assertThat(raw("[\"a\", \"b\"]")).contains(texts("a", "b"));
        assertThat(raw("[1, \"b\"]"))
                .contains(new Raw.Items(List.of(new Raw.Numbers(Shape.of(), new double[] {1}), text("b"))));
        assertThat(raw("[[1], [2, 3]]")).contains(new Raw.Items(List.of(vector(1), vector(2, 3))));
        assertThat(raw("[[], [2]]")).contains(new Raw.Items(List.of(vector(), vector(2))));
        assertThat(raw("[[], []]")).contains(new Raw.Items(List.of(vector(), vector())));
        assertThat(raw("[[[1]]]")).contains(new Raw.Items(List.of(new Raw.Numbers(Shape.of(1, 1), new double[] {1}))));
    }

    @Test
    void nullIsNoValue() {
        assertThat(raw("null")).isEmpty();
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        assertThatThrownBy(() -> raw("{\"a\": 1}")).hasMessage("here: it holds an object");
        assertThatThrownBy(() -> raw("[\"a\", {}]")).hasMessage("here: it holds an object");
        assertThatThrownBy(() -> raw("[1, null]")).hasMessage("here: it holds null inside an array");
        assertThatThrownBy(() -> raw("[1e400]"))
                .hasMessage("here: it holds a number beyond the largest, 1.7976931348623157E308");
    }

    private static Optional<Raw> raw(String json) {
        return JsonValues.raw(
                StrictJson.mapper().readTree(json), problem -> new DataException("here", "it " + problem));
    }
}
