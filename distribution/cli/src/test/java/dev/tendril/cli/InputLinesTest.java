package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InputLinesTest {

    @Test
    void linesKeepTheirTextAndKnowTheirPlace() throws IOException {
        assertThat(all("één\n\nzwei\r\ndrei", 7))
                .containsExactly(
                        new InputLines.Line("één", "in:1"),
                        new InputLines.Line("", "in:2"),
                        new InputLines.Line("zwei", "in:3"),
                        new InputLines.Line("drei", "in:4"));
    }

    @Test
    void nothingIsNoLine() throws IOException {
        assertThat(all("", 7)).isEmpty();
    }

    @Test
    void aBatchHoldsNoMoreThanAsked() throws IOException {
        InputLines lines = lines("a\nb\nc\n".getBytes(StandardCharsets.UTF_8));
        assertThat(lines.batch(2)).hasSize(2);
        assertThat(lines.batch(2)).extracting(InputLines.Line::text).containsExactly("c");
        assertThat(lines.batch(2)).isEmpty();
    }

    @Test
    void aBatchDoesNotWaitForLinesThatAreNotThereYet() throws IOException {
        try (PipedOutputStream typing = new PipedOutputStream();
                InputStream in = new PipedInputStream(typing)) {
            typing.write("first\n".getBytes(StandardCharsets.UTF_8));
            assertThat(new InputLines(in, "in").batch(64))
                    .extracting(InputLines.Line::text)
                    .containsExactly("first");
        }
    }

    @Test
    void whatIsNotUtf8IsRefusedWithItsLine() {
        InputLines lines = lines(new byte[] {'a', '\n', 'b', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> lines.batch(64))
                .isInstanceOf(DataException.class)
                .hasMessage("in:2: the line is not UTF-8; convert the input, for example with iconv");
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeMemoryIsFull() {
        byte[] endless = new byte[(1 << 20) + 1];
        Arrays.fill(endless, (byte) 'a');
        assertThatThrownBy(() -> lines(endless).batch(64))
                .isInstanceOf(DataException.class)
                .hasMessage("in:1: the line is longer than 1048576 bytes; split it");
    }

    private static List<InputLines.Line> all(String text, int most) throws IOException {
        InputLines lines = lines(text.getBytes(StandardCharsets.UTF_8));
        List<InputLines.Line> all = new ArrayList<>();
        List<InputLines.Line> batch = lines.batch(most);
        while (!batch.isEmpty()) {
            all.addAll(batch);
            batch = lines.batch(most);
        }
        return all;
    }

    private static InputLines lines(byte[] bytes) {
        return new InputLines(new ByteArrayInputStream(bytes), "in");
    }
}
