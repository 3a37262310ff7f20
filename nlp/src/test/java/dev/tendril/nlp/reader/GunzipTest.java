package dev.tendril.nlp.reader;

import static dev.tendril.nlp.reader.TestFolder.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GunzipTest {
    private static final String REMEDY = "; fetch it again, or take .gz off its name if it is not compressed";

    private final TestFolder folder = new TestFolder();

    @AfterEach
    void release() throws IOException {
        folder.close();
    }

    @Test
    void aFileWhoseNameSaysSoIsReadThroughGzip() {
        folder.write("a.txt.gz", gzip("one\ntwo\n"));
        assertThat(lines("a.txt.gz")).containsExactly("one", "two");
    }

    @Test
    void filesThatWereCompressedOneByOneAndJoinedAreReadAsOne() throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(gzip("one\n"));
        joined.write(gzip("two\n"));
        folder.write("a.gz", joined.toByteArray());
        assertThat(lines("a.gz")).containsExactly("one", "two");
    }

    @Test
    void aPlainFileWithTheNameOfACompressedOneIsRefused() {
        folder.write("a.gz", "one\ntwo\nthree\nfour\n");
        assertThatThrownBy(() -> folder.file("a.gz").open())
                .isInstanceOf(DataException.class)
                .hasMessage("a.gz: is no whole gzip file (Not in GZIP format)" + REMEDY);
        folder.write("empty.gz", "");
        assertThatThrownBy(() -> folder.file("empty.gz").open())
                .hasMessage("empty.gz: is no whole gzip file (it ends too early)" + REMEDY);
    }

    @Test
    void aFileThatIsCutOffIsRefused() {
        byte[] whole = gzip("a line of some length\n".repeat(101));
        folder.write("a.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> lines("a.gz"))
                .isInstanceOf(DataException.class)
                .hasMessage("a.gz: is no whole gzip file (it ends too early)" + REMEDY);
    }

    @Test
    void aFileWithAnotherCheckSumIsRefused() {
        byte[] content = gzip("one\ntwo\n");
        content[content.length - 8] ^= 1;
        folder.write("a.gz", content);
        assertThatThrownBy(() -> lines("a.gz"))
                .isInstanceOf(DataException.class)
                .hasMessage("a.gz: is no whole gzip file (Corrupt GZIP trailer)" + REMEDY);
    }

    private List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        try (Lines open = folder.file(name).open()) {
            for (String line = open.next(); line != null; line = open.next()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
