package dev.tendril.nlp.reader.json;

import static dev.tendril.nlp.reader.TestFolder.read;
import static dev.tendril.nlp.reader.TestFolder.text;
import static dev.tendril.nlp.reader.TestFolder.texts;
import static dev.tendril.nlp.reader.TestFolder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.tensor.Shape;
import dev.tendril.nlp.reader.TestFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JsonlTest {
    private final TestFolder folder = new TestFolder();

    @AfterEach
    void release() throws IOException {
        folder.close();
    }

    @Test
    void membersOfAnObjectAreKeysAndNullIsNone() {
        folder.write(
                "a.jsonl",
                "{\"caption\": \"a cat\", \"vector\": [1, 2], \"old\": true, \"note\": null}\n{\"caption\": \"b\"}");
        List<Example> examples = read(jsonl("a.jsonl"));
        assertThat(examples.get(0).values())
                .isEqualTo(Map.of("caption", text("a cat"), "vector", vector(1, 2), "old", text("true")));
        assertThat(examples).extracting(Example::origin).containsExactly("a.jsonl:1", "a.jsonl:2");
        assertThat(jsonl("a.jsonl").keys()).isEmpty();
    }

    @Test
    void elementsOfAnArrayAreNumberedAndTheWholeIsAValue() {
        folder.write("a.jsonl", "[\"yes\", \"no\"]\n[7, null]\n\"text\"\n3\n");
        List<Example> examples = read(jsonl("a.jsonl"));
        assertThat(examples.get(0).values())
                .isEqualTo(Map.of("1", text("yes"), "2", text("no"), "value", texts("yes", "no")));
        assertThat(examples.get(1).values()).isEqualTo(Map.of("1", new Raw.Numbers(Shape.of(), new double[] {7})));
        assertThat(examples.get(2).values()).isEqualTo(Map.of("value", text("text")));
        assertThat(examples.get(3).values()).isEqualTo(Map.of("value", new Raw.Numbers(Shape.of(), new double[] {3})));
    }

    @Test
    void aValueThatIsAnObjectIsRefusedWithItsKey() {
        folder.write("a.jsonl", "{\"a\": 1}\n{\"a\": {\"b\": 2}}\n");
        assertThatThrownBy(() -> read(jsonl("a.jsonl")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "a.jsonl:2: the key 'a' holds an object; a value is a text, a number, true, false, or an array"
                                + " of these: give what it holds keys of its own");
    }

    @Test
    void aLineThatIsNotJsonIsRefusedAtItsPlace() {
        folder.write("cut.jsonl", "{\"a\": 1}\n{\"a\": \n");
        folder.write("twice.jsonl", "{\"a\": 1, \"a\": 2}\n");
        folder.write("two.jsonl", "{\"a\": 1} {\"a\": 2}\n");
        folder.write("empty.jsonl", "{\"a\": 1}\n\n{\"a\": 2}\n");
        assertThatThrownBy(() -> read(jsonl("cut.jsonl")))
                .isInstanceOf(DataException.class)
                .hasMessage("cut.jsonl:2: the line is not JSON: Unexpected end-of-input within/between Object entries;"
                        + " write one JSON value a line");
        assertThatThrownBy(() -> read(jsonl("twice.jsonl")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "twice.jsonl:1: the line is not JSON: Duplicate Object property \"a\"; write one JSON value a"
                                + " line");
        assertThatThrownBy(() -> read(jsonl("two.jsonl")))
                .isInstanceOf(DataException.class)
                .hasMessage("two.jsonl:1: the line holds more than one JSON value; write each on a line of its own");
        assertThatThrownBy(() -> read(jsonl("empty.jsonl")))
                .isInstanceOf(DataException.class)
                .hasMessage("empty.jsonl:2: the line is empty; remove it, or write a JSON value");
    }

    @Test
    void anExampleOfNullsIsRefused() {
        folder.write("a.jsonl", "{\"a\": null}\n");
        folder.write("b.jsonl", "null\n");
        folder.write("c.jsonl", "{}\n");
        for (String file : List.of("a.jsonl", "b.jsonl", "c.jsonl")) {
            assertThatThrownBy(() -> read(jsonl(file)))
                    .isInstanceOf(DataException.class)
                    .hasMessage(file + ":1: the example holds nothing but null; remove it");
        }
    }

    @Test
    void aLineMayBeLongerThanThoseOfTexts() {
        String numbers = "1234567, ".repeat(200_003);
        folder.write("a.jsonl", "{\"frames\": [" + numbers + "1]}\n");
        Raw frames = read(jsonl("a.jsonl")).get(0).values().get("frames");
        assertThat(frames).isInstanceOfSatisfying(Raw.Numbers.class, each -> assertThat(each.shape())
                .isEqualTo(Shape.of(200_004)));
    }

    @Test
    void noFileAtAllIsAnInvalidParameter() {
        assertThatThrownBy(() -> new JsonlParameters(List.of())).isInstanceOf(InvalidParameter.class);
    }

    private Reader jsonl(String... files) {
        return new JsonlProvider().create(new JsonlParameters(List.of(files)), folder);
    }
}
