package dev.tendril.nlp.reader;

import dev.tendril.api.DataException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What a gzip file (RFC 1952) holds; damage to it is an error of the data. */
final class Gunzip extends FilterInputStream {
    private static final int BUFFER = 1 << 16;

    private final String name;

    private Gunzip(String name, GZIPInputStream content) {
        super(content);
        this.name = name;
    }

    /**
     * The content of a compressed file, which is closed if it is not one.
     *
     * @param name of the file, for messages
     */
    static InputStream of(String name, InputStream compressed) throws IOException {
        try {
            return new Gunzip(name, new GZIPInputStream(compressed, BUFFER));
        } catch (ZipException | EOFException damage) {
            compressed.close();
            throw damaged(name, damage);
        } catch (IOException failure) {
            compressed.close();
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (ZipException | EOFException damage) {
            throw damaged(name, damage);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (ZipException | EOFException damage) {
            throw damaged(name, damage);
        }
    }

    private static DataException damaged(String name, IOException damage) {
        String what = damage instanceof EOFException ? "it ends too early" : damage.getMessage();
        return new DataException(
                name,
                "is no whole gzip file (" + what
                        + "); fetch it again, or take .gz off its name if it is not compressed",
                damage);
    }
}
