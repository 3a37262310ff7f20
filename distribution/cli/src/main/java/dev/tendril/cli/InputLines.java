package dev.tendril.cli;

import dev.tendril.api.DataException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines of UTF-8 text, read strictly and in bounded memory. A batch holds what is there already, so that somebody who types gets an
 * answer to every line.
 */
final class InputLines {
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final String name;
    private long line;

    /**
     * Lines of a stream, which the caller closes.
     *
     * @param name of the stream in messages
     */
    InputLines(InputStream in, String name) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.name = name;
    }

    /**
     * One line.
     *
     * @param text without its end
     * @param origin {@code file:line}, for messages
     */
    record Line(String text, String origin) {}

    /**
     * At least one line, and further ones while they can be read without waiting; empty at the end.
     *
     * @param most lines of a batch
     */
    List<Line> batch(int most) throws IOException {
        List<Line> lines = new ArrayList<>();
        Optional<Line> next = next();
        while (next.isPresent()) {
            lines.add(next.get());
            next = lines.size() < most && in.available() > 0 ? next() : Optional.empty();
        }
        return lines;
    }

    private Optional<Line> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        line++;
        int each = in.read();
        if (each < 0) {
            return Optional.empty();
        }
        while (each >= 0 && each != '\n') {
            if (bytes.size() == LONGEST) {
                throw new DataException(origin(), "the line is longer than " + LONGEST + " bytes; split it");
            }
            bytes.write(each);
            each = in.read();
        }
        String text = decoded(bytes.toByteArray());
        return Optional.of(new Line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, origin()));
    }

    private String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new DataException(
                    origin(), "the line is not UTF-8; convert the input, for example with iconv", malformed);
        }
    }

    private String origin() {
        return name + ":" + line;
    }
}
