package dev.tendril.nlp.reader;

import dev.tendril.api.DataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 file, one after the other, in bounded memory. A line ends with LF or CR LF; the last may end with the file. A
 * byte order mark at the start of the file is skipped. What is not UTF-8, holds NUL or is too long is an error.
 */
public final class Lines implements Closeable {
    /** Bytes of the longest line that is usual: 1 MiB. */
    public static final int LONGEST = 1 << 20;

    /** Bytes of the longest line of formats that keep long values on one: 64 MiB. */
    public static final int LONGEST_VALUE = 1 << 26;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final DataFile file;
    private final InputStream input;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private byte[] line = new byte[256];
    private int length;
    private long number;

    Lines(DataFile file, InputStream input, int longest) {
        this.file = file;
        this.input = input;
        this.longest = longest;
    }

    /** The next line without its end, or null behind the last. */
    public @Nullable String next() {
        length = 0;
        number++;
        boolean ended = readLine();
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        if (length > longest) {
            throw tooLong();
        }
        int start = number == 1 && startsWithByteOrderMark() ? BYTE_ORDER_MARK.length : 0;
        if (!ended && length == start) {
            return null;
        }
        return decode(start);
    }

    /** Number of the line read last, from 1. */
    public long number() {
        return number;
    }

    /** The place of the line read last. */
    public String where() {
        return file.at(number);
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException failure) {
            throw new DataException(file.name(), "cannot be closed: " + failure.getMessage(), failure);
        }
    }

    /** Reads to the end of the line or of the file; whether a line end was read. */
    private boolean readLine() {
        while (!atEnd()) {
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            append(end);
            if (end < filled) {
                position = end + 1;
                return true;
            }
            position = end;
        }
        return false;
    }

    private void append(int end) {
        int more = end - position;
        if (length + more > longest + 1) { // one more for the CR of CR LF
            throw tooLong();
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
        }
        System.arraycopy(buffer, position, line, length, more);
        length += more;
    }

    private DataException tooLong() {
        return new DataException(
                where(), "the line is longer than " + longest + " bytes; is this a text file with one example a line?");
    }

    /** Whether nothing is left; fills the buffer if it is used up. */
    private boolean atEnd() {
        if (position < filled) {
            return false;
        }
        try {
            filled = Math.max(0, input.readNBytes(buffer, 0, buffer.length));
            position = 0;
            return filled == 0;
        } catch (IOException failure) {
            throw new DataException(where(), "cannot be read: " + failure.getMessage(), failure);
        }
    }

    private boolean startsWithByteOrderMark() {
        return length >= BYTE_ORDER_MARK.length
                && Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private String decode(int start) {
        ByteBuffer bytes = ByteBuffer.wrap(line, start, length - start);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new DataException(
                    where(),
                    "byte " + (bytes.position() + 1) + " of the line is not UTF-8; save the file as UTF-8",
                    malformed);
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new DataException(
                    where(),
                    "character " + (text.codePointCount(0, nul) + 1)
                            + " of the line is NUL (U+0000); is this a text file in UTF-8? Otherwise remove it");
        }
        return text;
    }
}
