package dev.tendril.nlp.reader;

import static dev.tendril.nlp.reader.TestFolder.read;
import static dev.tendril.nlp.reader.TestFolder.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private final TestFolder folder = new TestFolder();

    @AfterEach
    void release() throws IOException {
        folder.close();
    }

    @Test
    void linesAreExamplesUnderTwoKeysWithTheirPlaces() {
        folder.write("a.txt", "eins\n\ndrei\n");
        folder.write("b.txt", "vier");
        Reader reader = lines("a.txt", "b.txt");
        assertThat(reader.keys()).contains(Set.of("text", "1"));
        assertThat(read(reader))
                .extracting(Example::origin)
                .containsExactly("a.txt:1", "a.txt:2", "a.txt:3", "b.txt:1");
        assertThat(read(reader).get(0).values()).isEqualTo(Map.of("text", text("eins"), "1", text("eins")));
        assertThat(read(reader).get(1).values()).containsEntry("text", text(""));
    }

    @Test
    void columnsAreNumberedFromOneAndNamedByTheHeader() {
        folder.write("t.tsv", "\uFEFFwritten\tiso\r\n\"5 May\"\t2003-05-05\r\n\t \r\n");
        List<Example> examples = read(tsv(true, "t.tsv"));
        assertThat(examples).hasSize(2);
        assertThat(examples.get(0).values())
                .isEqualTo(Map.of(
                        "1", text("\"5 May\""),
                        "written", text("\"5 May\""),
                        "2", text("2003-05-05"),
                        "iso", text("2003-05-05")));
        assertThat(examples.get(0).origin()).isEqualTo("t.tsv:2");
        assertThat(examples.get(1).values()).containsEntry("1", text("")).containsEntry("iso", text(" "));
    }

    @Test
    void aLineWithAnotherNumberOfColumnsIsRefusedAtItsPlace() {
        folder.write("t.tsv", "a\tb\nc\td\te\n");
        assertThatThrownBy(() -> read(tsv(false, "t.tsv")))
                .isInstanceOf(DataException.class)
                .hasMessage("t.tsv:2: the line has 3 columns where t.tsv:1 has 2 columns; columns are divided by single"
                        + " tabs, and there is no quoting");
        folder.write("u.tsv", "a\tb\n\n");
        assertThatThrownBy(() -> read(tsv(false, "u.tsv")))
                .hasMessage("u.tsv:2: the line is empty where u.tsv:1 has 2 columns; remove it");
    }

    @Test
    void everyFileHasTheColumnsOfTheFirst() {
        folder.write("a.tsv", "x\ty\n1\t2\n");
        folder.write("b.tsv", "y\tx\n1\t2\n");
        folder.write("c.tsv", "x\n1\n");
        assertThatThrownBy(() -> read(tsv(true, "a.tsv", "b.tsv")))
                .hasMessageStartingWith("b.tsv:1: the header [y, x] differs from [x, y] of a.tsv:1");
        assertThatThrownBy(() -> read(tsv(true, "a.tsv", "c.tsv")))
                .hasMessageStartingWith("c.tsv:1: the line has 1 column ");
        assertThat(read(tsv(true, "a.tsv", "a.tsv"))).hasSize(2);
    }

    @Test
    void aHeaderThatCannotNameColumnsIsRefused() {
        folder.write("twice.tsv", "a\ta\nb\tc\n");
        folder.write("nameless.tsv", "a\t\nb\tc\n");
        folder.write("number.tsv", "2\ta\nb\tc\n");
        assertThatThrownBy(() -> read(tsv(true, "twice.tsv"))).hasMessageContaining("names two columns 'a'");
        assertThatThrownBy(() -> read(tsv(true, "nameless.tsv"))).hasMessageContaining("column 2 has no name");
        assertThatThrownBy(() -> read(tsv(true, "number.tsv"))).hasMessageContaining("the key of another column");
    }

    @Test
    void aFileWithoutAnExampleIsAnError() {
        folder.write("full.txt", "a\n");
        folder.write("empty.txt", "");
        folder.write("header.tsv", "a\tb\n");
        assertThatThrownBy(() -> read(lines("empty.txt")))
                .hasMessageContaining("empty.txt:1: the file ends without an example");
        assertThatThrownBy(() -> read(lines("full.txt", "empty.txt"))).hasMessageStartingWith("empty.txt:1");
        assertThatThrownBy(() -> read(tsv(true, "header.tsv"))).hasMessageStartingWith("header.tsv:2");
    }

    @Test
    void aMissingFileAndAFolderAreErrorsThatNameThem() throws IOException {
        Files.createDirectories(folder.resolve("inner"));
        assertThatThrownBy(() -> read(lines("nowhere.txt")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("nowhere.txt: does not exist");
        assertThatThrownBy(() -> read(lines("inner"))).hasMessage("inner: is a folder; name a file");
    }

    @Test
    void noFileAtAllIsAnInvalidParameter() {
        assertThatThrownBy(() -> new LinesParameters(List.of())).isInstanceOf(InvalidParameter.class);
        assertThatThrownBy(() -> new TsvParameters(List.of(), true)).isInstanceOf(InvalidParameter.class);
    }

    @Test
    void aClosedStreamHasNoMoreExamples() {
        folder.write("a.txt", "1\n2\n3\n");
        ExampleStream stream = lines("a.txt").open();
        stream.next();
        stream.close();
        stream.close();
        assertThat(stream.hasNext()).isFalse();
        assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void linesOfTwoFilesBelongTogether() {
        folder.write("a.en", "one\n\nthree\n");
        folder.write("a.fr", "un\r\ndeux\r\ntrois");
        List<Example> examples = read(parallel("a.en", "a.fr"));
        assertThat(examples).extracting(Example::origin).containsExactly("a.en:1", "a.en:2", "a.en:3");
        assertThat(examples.get(2).values()).isEqualTo(Map.of("source", text("three"), "target", text("trois")));
        assertThat(examples.get(1).values()).isEqualTo(Map.of("source", text(""), "target", text("deux")));
    }

    @Test
    void filesOfDifferentLengthsAreRefusedWhereTheShorterEnds() {
        folder.write("two", "a\nb\n");
        folder.write("three", "a\nb\nc\n");
        folder.write("none", "");
        String message =
                "two:3: the file ends before this line, which three:3 has; give both files one line for each example";
        assertThatThrownBy(() -> read(parallel("two", "three")))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> read(parallel("three", "two"))).hasMessage(message);
        assertThatThrownBy(() -> read(parallel("none", "none"))).hasMessageContaining("without an example");
        assertThatThrownBy(() -> read(parallel("two", "nowhere"))).hasMessageStartingWith("nowhere: does not exist");
    }

    @Test
    void everyOpenStartsAnew() {
        folder.write("a.tsv", "1\ta\n2\tb\n");
        Reader reader = tsv(false, "a.tsv");
        try (ExampleStream first = reader.open()) {
            first.next();
            assertThat(read(reader)).hasSize(2);
            assertThat(first.next().values()).containsEntry("1", text("2"));
        }
    }

    private Reader lines(String... files) {
        return new LinesProvider().create(new LinesParameters(List.of(files)), folder);
    }

    private Reader tsv(boolean header, String... files) {
        return new TsvProvider().create(new TsvParameters(List.of(files), header), folder);
    }

    private Reader parallel(String source, String target) {
        return new ParallelProvider().create(new ParallelParameters(source, target), folder);
    }
}
