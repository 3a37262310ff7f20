package dev.tendril.nlp.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8TextTest {
    @Test
    void theTextComesAsItStands() throws IOException {
        assertThat(read("a\r\nb\rc\n\nü😀")).isEqualTo("a\r\nb\rc\n\nü😀");
        assertThat(read("")).isEmpty();
    }

    @Test
    void aByteOrderMarkIsSkippedAtTheStartOfTheFileAndNowhereElse() throws IOException {
        assertThat(read("\uFEFFa\uFEFFb")).isEqualTo("a\uFEFFb");
        assertThat(read("\uFEFF")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "EDA080", "F4908080", "80", "C3", "FFFE6100"})
    void whatIsNotUtf8IsRefusedAtItsCharacter(String hexadecimal) {
        byte[] bad = new byte[hexadecimal.length() / 2];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = (byte) Integer.parseInt(hexadecimal.substring(2 * i, 2 * i + 2), 16);
        }
        InputStream input = new SequenceInputStream(bytes("good\nü😀"), new ByteArrayInputStream(bad));
        assertThatThrownBy(() -> readAll(input))
                .isInstanceOf(DataException.class)
                .hasMessage("data.txt:2: character 3 of the line is not UTF-8; save the file as UTF-8");
    }

    @Test
    void nulIsRefusedAtItsCharacter() {
        assertThatThrownBy(() -> read("a\nü\0b\n"))
                .hasMessage(
                        "data.txt:2: character 2 of the line is NUL (U+0000); is this a text file in UTF-8? Otherwise"
                                + " remove it");
    }

    @Test
    void aFailingDiskIsReported() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("input/output error");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("input/output error");
            }
        };
        assertThatThrownBy(() -> readAll(new SequenceInputStream(bytes("a\n"), failing)))
                .isInstanceOf(DataException.class)
                .hasMessage("data.txt:2: cannot be read: input/output error");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7})
    void anyTextComesBackWhateverPiecesItArrivesIn(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        random.ints(70_001, 0x20, 0x20000)
                .filter(character -> !Character.isSurrogate((char) character) || character > 0xFFFF)
                .forEach(text::appendCodePoint);
        InputStream whole = bytes(text.toString());
        InputStream pieces = new InputStream() {
            @Override
            public int read() throws IOException {
                return whole.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return whole.read(target, offset, Math.min(length, 1 + random.nextInt(4099)));
            }
        };
        assertThat(readAll(pieces)).isEqualTo(text.toString());
    }

    private static String read(String content) throws IOException {
        return readAll(bytes(content));
    }

    private static String readAll(InputStream input) throws IOException {
        StringWriter text = new StringWriter();
        try (Utf8Text open = new Utf8Text(new DataFile("data.txt", Path.of("data.txt")), input)) {
            open.transferTo(text);
        }
        return text.toString();
    }

    private static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
