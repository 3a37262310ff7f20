package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Raw;
import dev.tendril.api.model.Input;
import dev.tendril.api.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InputParserTest {

    @Test
    void theLineIsTheTextOfTheOnlyField() {
        assertThat(parse(List.of("source"), "{not json}")).isEqualTo(Input.text("source", "{not json}"));
    }

    @Test
    void severalFieldsAreTheKeysOfAnObject() {
        assertThat(parse(List.of("left", "right"), "{\"right\": \"b\", \"left\": \"a\"}"))
                .isEqualTo(new Input(Map.of("left", new Raw.Text("a"), "right", new Raw.Text("b"))));
    }

    @Test
    void numbersKeepTheirShape() {
        Input input = parse(
                List.of("one", "row", "rows"),
                "{\"one\": 1.5, \"row\": [1, 2, 3], \"rows\": [[1, 2], [3, 4], [5, 6]]}");
        assertThat(input.fields())
                .containsEntry("one", new Raw.Numbers(Shape.of(), new double[] {1.5}))
                .containsEntry("row", new Raw.Numbers(Shape.of(3), new double[] {1, 2, 3}))
                .containsEntry("rows", new Raw.Numbers(Shape.of(3, 2), new double[] {1, 2, 3, 4, 5, 6}));
    }

    @Test
    void arraysThatAreNoRowsOfNumbersAreLists() {
        Input input = parse(List.of("words", "chords"), "{\"words\": [\"a\", \"b\"], \"chords\": [[1], [2, 3], []]}");
        assertThat(input.fields())
                .containsEntry("words", new Raw.Items(List.of(new Raw.Text("a"), new Raw.Text("b"))))
                .containsEntry(
                        "chords",
                        new Raw.Items(List.of(
                                new Raw.Numbers(Shape.of(1), new double[] {1}),
                                new Raw.Numbers(Shape.of(2), new double[] {2, 3}),
                                new Raw.Numbers(Shape.of(0), new double[0]))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]                        | is no JSON object",
                "{\"left\": \"a\"}          | the field 'right' is missing",
                "{\"left\": \"a\", \"up\": \"b\"} | the key 'up' is no field of the model",
                "{\"left\": \"a\", \"right\": {\"up\": 1}} | the field 'right' holds an object",
                "{\"left\": \"a\", \"right\": [\"b\", null]} | the field 'right' holds null inside an array",
                "{\"left\": \"a\", \"right\": 1e400} | the field 'right' holds a number beyond the largest",
                "{\"left\": \"a\", \"right\": null} | the field 'right' is missing",
                "{\"left\": \"a\"           | is not JSON",
                "{\"left\": \"a\", \"left\": \"b\", \"right\": \"c\"} | is not JSON"
            })
    void whatDoesNotFitIsRefusedWithItsLine(String line, String problem) {
        assertThatThrownBy(() -> parse(List.of("left", "right"), line))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("in:7: " + problem)
                .hasMessageEndingWith("; want one JSON object a line with the keys left, right");
    }

    private static Input parse(List<String> fields, String text) {
        return new InputParser(fields).parse(new InputLines.Line(text, "in:7"));
    }
}
