package dev.tendril.nlp.reader.json;

import static dev.tendril.nlp.reader.TestFolder.gzip;
import static dev.tendril.nlp.reader.TestFolder.read;
import static dev.tendril.nlp.reader.TestFolder.text;
import static dev.tendril.nlp.reader.TestFolder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.TestFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private final TestFolder folder = new TestFolder();

    @AfterEach
    void release() throws IOException {
        folder.close();
    }

    @Test
    void theElementsOfADocumentAreExamples() {
        folder.write("a.json", "\uFEFF[{\"a\": \"x\"},\n {\"a\": \"y\"}]\n");
        List<Example> examples = read(json("a.json"));
        assertThat(examples).extracting(each -> each.values().get("a")).containsExactly(text("x"), text("y"));
        assertThat(examples)
                .extracting(Example::origin)
                .containsExactly("a.json:1 (example 1)", "a.json:2 (example 2)");
        assertThat(json("a.json").keys()).isEmpty();
    }

    @Test
    void thePathLeadsToTheExamples() {
        String splits =
                "{\"about\": {\"train\": [1]}, \"valid\": [[\"no\", \"b\"]], \"train\": [[\"yes\", \"a\"], [\"no\", \"b\"]]}";
        folder.write("a.json", splits);
        assertThat(read(json("train", "a.json")))
                .extracting(each -> each.values().get("1"))
                .containsExactly(text("yes"), text("no"));
        assertThat(read(json("valid", "a.json"))).hasSize(1);
        folder.write("b.json.gz", gzip("{\"data\": " + splits + "}"));
        assertThat(read(json("data.train", "b.json.gz"))).hasSize(2);
    }

    @Test
    void piecesOfChordsAreLists() {
        folder.write("a.json", "[[[72, 79], [], [71]]]");
        assertThat(read(json("a.json")).get(0).values())
                .containsEntry("value", new Raw.Items(List.of(vector(72, 79), vector(), vector(71))))
                .containsEntry("3", vector(71));
    }

    @Test
    void aPathThatLeadsNowhereIsRefusedWithWhatIsThere() {
        folder.write("a.json", "{\"data\":\n {\"train\": [1], \"test\": [2]}}");
        assertThatThrownBy(() -> read(json("data.trian", "a.json")))
                .isInstanceOf(DataException.class)
                .hasMessage("a.json:2: 'data' has no key 'trian', which 'at' names; there are train, test");
        assertThatThrownBy(() -> read(json("validation", "a.json")))
                .hasMessage("a.json:1: the document has no key 'validation', which 'at' names; there are data");
        assertThatThrownBy(() -> read(json("data.train.x", "a.json")))
                .hasMessage("a.json:2: 'data.train' is no object, so it has no key 'x'; correct 'at'");
        folder.write("b.json", "{}");
        assertThatThrownBy(() -> read(json("x", "b.json")))
                .hasMessage("b.json:1: the document has no key 'x', which 'at' names; it is empty");
    }

    @Test
    void whatIsNoArrayIsRefusedWithTheKeysThatMayLeadToOne() {
        folder.write("a.json", "{\"data\": {\"test\": [2], \"train\": [1]}, \"name\": \"x\"}");
        assertThatThrownBy(() -> read(json("a.json")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "a.json:1: the document is an object where the array of examples should be, with the keys data,"
                                + " name; give 'at' the one of the array, such as at: data");
        assertThatThrownBy(() -> read(json("data", "a.json")))
                .hasMessage(
                        "a.json:1: 'data' is an object where the array of examples should be, with the keys test, train;"
                                + " give 'at' the one of the array, such as at: data.test");
        assertThatThrownBy(() -> read(json("name", "a.json")))
                .hasMessage("a.json:1: 'name' is no array of examples; give 'at' the key of one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\": 1},\n {\"a\": 2}", // cut off
                "{\"x\": [{\"a\": 1}, {\"a\": 2}], \"y\":\n ", // cut off behind the examples
                "{\"x\": [{\"a\": 1}], \n\"x\": [{\"a\": 2}]}", // a key twice
                "[{\"a\": 1,\n \"a\": 2}]",
                "[{\"a\": 1}\n {\"a\": 2}]" // no comma
            })
    void aDocumentThatIsNoJsonIsRefusedEvenBehindTheExamples(String document) {
        folder.write("a.json", document);
        String at = document.startsWith("{") ? "x" : "";
        assertThatThrownBy(() -> read(json(at, "a.json")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("a.json:2: the document is not JSON: ")
                .hasMessageEndingWith("; correct it, or fetch it again");
    }

    @Test
    void aDocumentThatIsCutOffIsRefusedWhereItEnds() {
        folder.write("a.json", "[{\"a\": 1},\n {\"a\": 2}");
        assertThatThrownBy(() -> read(json("a.json")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "a.json:2: the document is not JSON: Unexpected end-of-input: expected close marker for Array;"
                                + " correct it, or fetch it again");
    }

    @Test
    void aSecondDocumentInAFileIsRefused() {
        folder.write("a.json", "[1]\n[2]\n");
        assertThatThrownBy(() -> read(json("a.json")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "a.json:2: the document goes on behind its end; a file holds one, a line each is read by jsonl");
    }

    @Test
    void aFileWithoutAnExampleIsAnError() {
        folder.write("a.json", "[]");
        folder.write("b.json", " ");
        for (String file : List.of("a.json", "b.json")) {
            assertThatThrownBy(() -> read(json(file)))
                    .hasMessage(file + ":1: the file ends without an example; fill it or leave it out");
        }
    }

    @Test
    void whatIsNotUtf8IsRefusedAtItsPlace() {
        folder.write("a.json", new byte[] {'[', '"', (byte) 0xE4, '"', ']'});
        assertThatThrownBy(() -> read(json("a.json")))
                .isInstanceOf(DataException.class)
                .hasMessage("a.json:1: character 3 of the line is not UTF-8; save the file as UTF-8");
    }

    @Test
    void examplesAreReadOneByOne() {
        folder.write("a.json", "[" + "{\"a\": 1}, ".repeat(50_021) + "{\"a\": oops}]");
        try (ExampleStream stream = json("a.json").open()) {
            assertThat(stream.next().values()).containsOnlyKeys("a");
            assertThat(stream.next().origin()).isEqualTo("a.json:1 (example 2)");
        }
        assertThatThrownBy(() -> read(json("a.json"))).isInstanceOf(DataException.class);
    }

    @Test
    void parametersThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new JsonParameters(List.of(), Optional.empty()))
                .isInstanceOf(InvalidParameter.class);
        for (String path : List.of("", "a..b", "a.")) {
            assertThatThrownBy(() -> new JsonParameters(List.of("a.json"), Optional.of(path)))
                    .isInstanceOf(InvalidParameter.class)
                    .hasMessage(
                            "'" + path + "' has an empty key; write keys with points between them, such as data.train");
        }
    }

    private Reader json(String file) {
        return json("", file);
    }

    private Reader json(String at, String file) {
        Optional<String> path = Optional.of(at).filter(each -> !each.isEmpty());
        return new JsonProvider().create(new JsonParameters(List.of(file), path), folder);
    }
}
