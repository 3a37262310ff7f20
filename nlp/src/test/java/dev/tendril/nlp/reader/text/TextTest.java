package dev.tendril.nlp.reader.text;

import static dev.tendril.nlp.reader.TestFolder.gzip;
import static dev.tendril.nlp.reader.TestFolder.read;
import static dev.tendril.nlp.reader.TestFolder.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.TestFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextTest {
    private final TestFolder folder = new TestFolder();

    @AfterEach
    void release() throws IOException {
        folder.close();
    }

    @Test
    void aFileIsOneExample() {
        folder.write("a.txt", "one\r\n\ntwo");
        folder.write("b.txt.gz", gzip("\uFEFFthree\n"));
        Reader reader = whole("a.txt", "b.txt.gz");
        assertThat(read(reader)).extracting(Example::origin).containsExactly("a.txt#part 1", "b.txt.gz#part 1");
        assertThat(read(reader).get(0).values())
                .isEqualTo(Map.of("text", text("one\r\n\ntwo"), "1", text("one\r\n\ntwo")));
        assertThat(texts(reader)).containsExactly("one\r\n\ntwo", "three\n");
        assertThat(reader.keys()).contains(Set.of("text", "1"));
    }

    @Test
    void partsAreConsecutiveAndAsEquallyLongAsPossible() {
        folder.write("a.txt", "0123456789");
        assertThat(texts(reader(3, 0, 1, "a.txt"))).containsExactly("012", "345", "6789");
        assertThat(texts(reader(10, 0, 1, "a.txt"))).hasSize(10);
        assertThat(read(reader(3, 0, 1, "a.txt")))
                .extracting(Example::origin)
                .containsExactly("a.txt#part 1", "a.txt#part 2", "a.txt#part 3");
    }

    @Test
    void noCharacterIsCutInTwo() {
        folder.write("a.txt", "😀a😀b😀");
        assertThat(texts(reader(5, 0, 1, "a.txt"))).containsExactly("😀", "a", "😀", "b", "😀");
        assertThat(texts(reader(2, 0, 1, "a.txt"))).containsExactly("😀a", "😀b😀");
        assertThat(texts(reader(1, 0.2, 0.6, "a.txt"))).containsExactly("a😀");
    }

    @Test
    void sharesWhoseEndsMeetDivideAText() {
        folder.write("a.txt", "0123456789ABC");
        assertThat(texts(reader(2, 0, 0.9, "a.txt"))).containsExactly("01234", "56789A");
        assertThat(texts(reader(1, 0.9, 1, "a.txt"))).containsExactly("BC");
    }

    @Test
    void bordersAreExactForFractionsWrittenInDecimals() {
        assertThat(TextParts.position(0.9, 1_115_394)).isEqualTo(1_003_854);
        assertThat(TextParts.position(0.3, 10)).isEqualTo(3);
        assertThat(TextParts.position(0.29, 100)).isEqualTo(29); // 0.29 · 100 in doubles is less than 29
        assertThat(TextParts.position(1, 7)).isEqualTo(7);
        assertThat(TextParts.position(0, 7)).isZero();
        assertThat(TextParts.position(1e-3, 1000)).isEqualTo(1);
    }

    @Test
    void aTextTooShortForItsPartsIsRefused() {
        folder.write("a.txt", "abc");
        assertThatThrownBy(() -> read(reader(4, 0, 1, "a.txt")))
                .isInstanceOf(DataException.class)
                .hasMessage("a.txt: the text has 3 characters, too few for 4 parts; cut it into fewer");
        assertThatThrownBy(() -> read(reader(1, 0.5, 0.6, "a.txt")))
                .hasMessage(
                        "a.txt: of its 3 characters none lies between the fractions 0.5 and 0.6; set 'from' and 'to'"
                                + " further apart");
        folder.write("empty.txt", "");
        assertThatThrownBy(() -> read(whole("empty.txt")))
                .hasMessage("empty.txt: the file ends without an example; fill it or leave it out");
    }

    @Test
    void whatIsNotUtf8OrHoldsNulIsRefused() {
        folder.write("a.txt", new byte[] {'a', '\n', (byte) 0xFF});
        folder.write("b.txt", "a\0");
        assertThatThrownBy(() -> read(whole("a.txt")))
                .isInstanceOf(DataException.class)
                .hasMessage("a.txt:2: character 1 of the line is not UTF-8; save the file as UTF-8");
        assertThatThrownBy(() -> read(whole("b.txt")))
                .hasMessageStartingWith("b.txt:1: character 2 of the line is NUL");
        assertThatThrownBy(() -> read(whole("nowhere.txt"))).hasMessageStartingWith("nowhere.txt: does not exist");
    }

    @Test
    void parametersThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new TextParameters(List.of(), 1, 0, 1)).isInstanceOf(InvalidParameter.class);
        assertThatThrownBy(() -> new TextParameters(List.of("a.txt"), 1, 0.5, 0.5))
                .isInstanceOf(InvalidParameter.class)
                .hasMessage("the share starts at 0.5 and ends at 0.5; start it before it ends");
    }

    private static List<String> texts(Reader reader) {
        return read(reader).stream()
                .map(example ->
                        ((Raw.Text) Objects.requireNonNull(example.values().get("text"))).text())
                .toList();
    }

    private Reader whole(String... files) {
        return reader(1, 0, 1, files);
    }

    private Reader reader(int parts, double from, double to, String... files) {
        return new TextProvider().create(new TextParameters(List.of(files), parts, from, to), folder);
    }
}
