package dev.tendril.nlp.reader.csv;

import static dev.tendril.nlp.reader.TestFolder.gzip;
import static dev.tendril.nlp.reader.TestFolder.read;
import static dev.tendril.nlp.reader.TestFolder.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.TestFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private final TestFolder folder = new TestFolder();

    @AfterEach
    void release() throws IOException {
        folder.close();
    }

    @Test
    void columnsAreNumberedFromOneAndNamedByTheHeader() {
        folder.write("t.csv", "\uFEFFtext,label\r\nhello,1\r\n,2\r\n");
        List<Example> examples = read(csv("t.csv"));
        assertThat(examples).extracting(Example::origin).containsExactly("t.csv:2", "t.csv:3");
        assertThat(examples.get(0).values())
                .isEqualTo(Map.of("1", text("hello"), "text", text("hello"), "2", text("1"), "label", text("1")));
        assertThat(examples.get(1).values()).containsEntry("text", text(""));
        assertThat(csv("t.csv").keys()).isEmpty();
    }

    @Test
    void withoutAHeaderTheFirstRowIsAnExample() {
        folder.write("t.csv", " 47,100, 27\n  0, 89,  1");
        List<Example> examples = read(plain("t.csv"));
        assertThat(examples).hasSize(2);
        assertThat(examples.get(0).values()).isEqualTo(Map.of("1", text("47"), "2", text("100"), "3", text("27")));
        assertThat(examples.get(1).values()).containsEntry("3", text("1"));
    }

    @Test
    void cellsInQuotesHoldSeparatorsLineEndsAndQuotes() {
        folder.write("t.csv", "a,b\n\"1,5\",\"say \"\"yes\"\"\"\n\"two\nlines\", \"x\" \nlast,row\n");
        List<Example> examples = read(csv("t.csv"));
        assertThat(examples.get(0).values()).containsEntry("a", text("1,5")).containsEntry("b", text("say \"yes\""));
        assertThat(examples.get(1).values())
                .containsEntry("a", text("two\nlines"))
                .containsEntry("b", text("x"));
        assertThat(examples).extracting(Example::origin).containsExactly("t.csv:2", "t.csv:3", "t.csv:5");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "::", " ", "|"})
    void cellsAreDividedByWhatIsSaid(String separator) {
        folder.write("t.csv", String.join(separator, "a", "\"b" + separator + "c\"", "d") + "\n");
        assertThat(read(csv(false, separator, "t.csv")).get(0).values())
                .isEqualTo(Map.of("1", text("a"), "2", text(("b" + separator + "c").strip()), "3", text("d")));
    }

    @Test
    void emptyLinesAtTheEndAreSkippedAndOthersRefused() {
        folder.write("t.csv", "a,b\n1,2\n\r\n\n");
        assertThat(read(csv("t.csv"))).hasSize(1);
        folder.write("u.csv", "a,b\n1,2\n\n3,4\n");
        assertThatThrownBy(() -> read(csv("u.csv")))
                .isInstanceOf(DataException.class)
                .hasMessage("u.csv:3: the line is empty where u.csv:1 has 2 columns; remove it");
    }

    @Test
    void anEmptyLineOfASingleColumnIsAnEmptyCell() {
        folder.write("t.csv", "a\n\nb\n");
        assertThat(read(plain("t.csv")))
                .extracting(each -> each.values().get("1"))
                .containsExactly(text("a"), text(""), text("b"));
    }

    @Test
    void aRowWithAnotherNumberOfColumnsIsRefusedAtItsPlace() {
        folder.write("t.csv", "a,b\n\"x\ny\",1\nc,d,e\n");
        assertThatThrownBy(() -> read(csv("t.csv")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "t.csv:4: the line has 3 columns where t.csv:1 has 2 columns; columns are divided by ',', and"
                                + " a cell that has one in it stands in quotes");
    }

    @Test
    void everyFileHasTheColumnsOfTheFirst() {
        folder.write("a.csv", "x,y\n1,2\n");
        folder.write("b.csv", "y,x\n1,2\n");
        assertThat(read(csv("a.csv", "a.csv"))).hasSize(2);
        assertThatThrownBy(() -> read(csv("a.csv", "b.csv")))
                .hasMessage(
                        "b.csv:1: the header [y, x] differs from [x, y] of a.csv:1; read files of different columns by"
                                + " readers of their own");
    }

    @Test
    void aHeaderThatCannotNameColumnsIsRefused() {
        folder.write("twice.csv", "a, a\nb,c\n");
        folder.write("nameless.csv", "a,\nb,c\n");
        folder.write("number.csv", "47,100\n0,89\n");
        assertThatThrownBy(() -> read(csv("twice.csv")))
                .hasMessage("twice.csv:1: the header names two columns 'a'; rename one");
        assertThatThrownBy(() -> read(csv("nameless.csv")))
                .hasMessage("nameless.csv:1: column 2 has no name in the header; name it");
        assertThatThrownBy(() -> read(csv("number.csv")))
                .hasMessage(
                        "number.csv:1: the header names column 1 '47', which is the key of another column; rename it,"
                                + " or set header: false if this is no header");
    }

    @Test
    void quotesThatDoNotFitAreRefusedWhereTheirRowStarts() {
        folder.write("behind.csv", "a,b\n1,2\n\"x\"y,2\n");
        folder.write("open.csv", "a,b\n1,2\n3,\"x\ny\n");
        String remedy = "; a cell in quotes ends with one, and a quote inside it is doubled";
        assertThatThrownBy(() -> read(csv("behind.csv")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "behind.csv:3: the row that starts here is no CSV: Unexpected character after closing quote:"
                                + " 'y' (0x79)" + remedy);
        assertThatThrownBy(() -> read(csv("open.csv")))
                .isInstanceOf(DataException.class)
                .hasMessage("open.csv:3: the row that starts here is no CSV: Unclosed quoted field at end of input"
                        + remedy);
    }

    @Test
    void whatIsNotUtf8IsRefusedAtItsPlace() {
        folder.write("t.csv", new byte[] {'a', ',', 'b', '\n', 'c', (byte) 0xE4, ',', 'd', '\n'});
        assertThatThrownBy(() -> read(csv("t.csv")))
                .isInstanceOf(DataException.class)
                .hasMessage("t.csv:2: character 2 of the line is not UTF-8; save the file as UTF-8");
    }

    @Test
    void aFileWithoutAnExampleIsAnError() {
        folder.write("empty.csv", "");
        folder.write("header.csv", "a,b\n");
        assertThatThrownBy(() -> read(csv("empty.csv")))
                .hasMessage("empty.csv:1: the file ends without an example; fill it or leave it out");
        assertThatThrownBy(() -> read(csv("header.csv")))
                .hasMessage("header.csv:2: the file ends without an example; fill it or leave it out");
    }

    @Test
    void aCompressedTableIsReadThroughGzip() {
        folder.write("t.csv.gz", gzip("a\n1\n"));
        assertThat(read(csv("t.csv.gz")).get(0).values()).containsEntry("a", text("1"));
        folder.write("bad.csv.gz", "a\n1\n");
        assertThatThrownBy(() -> read(csv("bad.csv.gz"))).hasMessageStartingWith("bad.csv.gz: is no whole gzip file");
    }

    @Test
    void aClosedStreamHasNoMoreExamples() {
        folder.write("t.csv", "a\n1\n2\n");
        ExampleStream stream = csv("t.csv").open();
        stream.next();
        stream.close();
        stream.close();
        assertThat(stream.hasNext()).isFalse();
        assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void parametersThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new CsvParameters(List.of(), true, ","))
                .isInstanceOf(InvalidParameter.class)
                .hasMessage("no file is named; name at least one");
        for (String separator : List.of("", "\"", "a\nb", "\r")) {
            assertThatThrownBy(() -> new CsvParameters(List.of("a.csv"), true, separator))
                    .isInstanceOf(InvalidParameter.class)
                    .hasMessage(
                            "it stands between cells of a line, so it is neither empty nor has a quote or a line end in"
                                    + " it; write the character between two cells, such as ';'");
        }
    }

    private Reader csv(String... files) {
        return csv(true, ",", files);
    }

    private Reader plain(String... files) {
        return csv(false, ",", files);
    }

    private Reader csv(boolean header, String separator, String... files) {
        return new CsvProvider().create(new CsvParameters(List.of(files), header, separator), folder);
    }
}
