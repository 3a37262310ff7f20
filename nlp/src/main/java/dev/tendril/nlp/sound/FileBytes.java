package dev.tendril.nlp.sound;

import dev.tendril.api.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a file one after the other, which knows how many are left, so that no claim in it is believed beyond that. */
final class FileBytes {
    private final String where;
    private final InputStream input;
    private long left;

    FileBytes(String where, InputStream input, long size) {
        this.where = where;
        this.input = input;
        this.left = size;
    }

    /** The file, for messages. */
    String where() {
        return where;
    }

    /** How many bytes are left. */
    long left() {
        return left;
    }

    /**
     * The next bytes, to be read as little-endian numbers.
     *
     * @param part of the file that they are, for messages
     */
    ByteBuffer next(int count, String part) throws IOException {
        byte[] bytes = count > left ? new byte[0] : input.readNBytes(count);
        if (bytes.length < count) {
            throw new DataException(where, "the file ends within " + part + "; it is cut off: copy it again");
        }
        left -= count;
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Passes over bytes that are there. */
    void skip(long count) throws IOException {
        input.skipNBytes(count);
        left -= count;
    }
}
