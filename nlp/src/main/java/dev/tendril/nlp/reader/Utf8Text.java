package dev.tendril.nlp.reader;

import dev.tendril.api.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a UTF-8 file as they stand, for formats that are not cut at lines. A byte order mark at the start of the file is
 * skipped. What is not UTF-8 or holds NUL is an error, at its exact place.
 */
public final class Utf8Text extends Reader {
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final DataFile file;
    private final InputStream input;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer characters = CharBuffer.allocate(BUFFER).flip();
    private boolean started;
    private boolean ended;
    private long line = 1;
    private long column;

    Utf8Text(DataFile file, InputStream input) {
        this.file = file;
        this.input = input;
    }

    /**
     * Reads some characters.
     *
     * @throws DataException if they cannot be read
     */
    @Override
    public int read(char[] target, int offset, int length) {
        while (!characters.hasRemaining()) {
            if (!fill()) {
                return -1;
            }
        }
        int given = Math.min(length, characters.remaining());
        characters.get(target, offset, given);
        return given;
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException failure) {
            throw new DataException(file.name(), "cannot be closed: " + failure.getMessage(), failure);
        }
    }

    /** Decodes what comes next; whether anything came. */
    private boolean fill() {
        characters.clear();
        while (characters.position() == 0) {
            CoderResult result = decoder.decode(bytes, characters, ended);
            if (characters.position() == 0 && result.isError()) {
                throw refused("is not UTF-8; save the file as UTF-8");
            }
            if (characters.position() == 0 && ended) {
                characters.flip();
                return false;
            }
            if (characters.position() == 0) {
                readBytes();
            }
        }
        characters.flip();
        skipByteOrderMark();
        check();
        return true;
    }

    private void readBytes() {
        bytes.compact();
        try {
            int given = input.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = given < 0;
            bytes.position(bytes.position() + Math.max(0, given));
        } catch (IOException failure) {
            throw new DataException(file.at(line), "cannot be read: " + failure.getMessage(), failure);
        }
        bytes.flip();
    }

    private void skipByteOrderMark() {
        if (!started && characters.get(0) == BYTE_ORDER_MARK) {
            characters.get();
        }
        started = true;
    }

    /** Follows the place, and refuses NUL. */
    private void check() {
        for (int next = characters.position(); next < characters.limit(); next++) {
            char character = characters.get(next);
            if (character == '\0') {
                throw refused("is NUL (U+0000); is this a text file in UTF-8? Otherwise remove it");
            }
            if (character == '\n') {
                line++;
                column = 0;
            } else if (!Character.isLowSurrogate(character)) {
                column++;
            }
        }
    }

    private DataException refused(String problem) {
        return new DataException(file.at(line), "character " + (column + 1) + " of the line " + problem);
    }
}
