package dev.tendril.nlp.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    @Test
    void linesEndWithLfOrCrLfOrTheFile() {
        assertThat(read("a\nb\r\n\nc")).containsExactly("a", "b", "", "c");
        assertThat(read("a\n")).containsExactly("a");
        assertThat(read("a\r\n")).containsExactly("a");
        assertThat(read("\n")).containsExactly("");
        assertThat(read("")).isEmpty();
    }

    @Test
    void aLoneCarriageReturnIsPartOfTheLine() {
        assertThat(read("a\rb\nc")).containsExactly("a\rb", "c");
    }

    @Test
    void aByteOrderMarkIsSkippedAtTheStartOfTheFileAndNowhereElse() {
        assertThat(read("\uFEFFa\n\uFEFFb")).containsExactly("a", "\uFEFFb");
        assertThat(read("\uFEFF")).isEmpty();
        assertThat(read("\uFEFF\n")).containsExactly("");
    }

    @Test
    void separatorsOfOtherConventionsDoNotEndALine() {
        assertThat(read("a\u2028b\u0085c\fd")).containsExactly("a\u2028b\u0085c\fd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C0AF", // two bytes for a character of one
                "EDA080", // a surrogate
                "F4908080", // beyond U+10FFFF
                "80", // a continuation byte alone
                "C3", // the start of a character alone
                "FFFE6100" // UTF-16
            })
    void whatIsNotUtf8IsRefusedAtItsLine(String hexadecimal) {
        byte[] bad = new byte[hexadecimal.length() / 2];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = (byte) Integer.parseInt(hexadecimal.substring(2 * i, 2 * i + 2), 16);
        }
        InputStream input = new SequenceInputStream(bytes("good\nab"), new ByteArrayInputStream(bad));
        assertThatThrownBy(() -> readAll(input))
                .isInstanceOf(DataException.class)
                .hasMessage("data.txt:2: byte 3 of the line is not UTF-8; save the file as UTF-8");
    }

    @Test
    void nulIsRefusedAtItsLine() {
        assertThatThrownBy(() -> read("a\nü\0b\n"))
                .hasMessageStartingWith("data.txt:2: character 2 of the line is NUL");
    }

    @Test
    void theLongestLineIsReadAndALongerOneRefused() {
        String longest = "x".repeat(Lines.LONGEST);
        assertThat(read(longest + "\r\ny").get(0)).hasSize(Lines.LONGEST);
        assertThatThrownBy(() -> read("a\n" + longest + "y\nz"))
                .hasMessageStartingWith("data.txt:2: the line is longer than 1048576 bytes");
        assertThatThrownBy(() -> read(longest + "y")).isInstanceOf(DataException.class);
    }

    @Test
    void anEndlessLineIsRefusedInBoundedMemory() {
        long[] given = new long[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                given[0]++;
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                given[0] += length;
                Arrays.fill(target, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        assertThatThrownBy(() -> readAll(endless)).hasMessageContaining("longer than");
        assertThat(given[0]).isLessThan(2L * Lines.LONGEST);
    }

    @Test
    void aFailingDiskIsReportedAtItsLine() {
        InputStream failing = new SequenceInputStream(bytes("a\n"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("input/output error");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("input/output error");
            }
        });
        assertThatThrownBy(() -> readAll(failing))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot be read: input/output error");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7, 11, 13})
    void anyLinesComeBackWhateverPiecesTheyArriveIn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 211; i++) {
            lines.add(random.ints(random.nextInt(997), 0x20, 0x3000)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()));
        }
        byte[] all = String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8);
        InputStream pieces = new InputStream() {
            private int at;

            @Override
            public int read() {
                return at == all.length ? -1 : all[at++] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (at == all.length) {
                    return -1;
                }
                int given = Math.min(Math.min(length, 1 + random.nextInt(4099)), all.length - at);
                System.arraycopy(all, at, target, offset, given);
                at += given;
                return given;
            }
        };
        assertThat(readAll(pieces)).isEqualTo(lines);
    }

    private static List<String> read(String content) {
        return readAll(bytes(content));
    }

    private static List<String> readAll(InputStream input) {
        List<String> lines = new ArrayList<>();
        try (Lines open = new Lines(new DataFile("data.txt", Path.of("data.txt")), input, Lines.LONGEST)) {
            for (String line = open.next(); line != null; line = open.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
