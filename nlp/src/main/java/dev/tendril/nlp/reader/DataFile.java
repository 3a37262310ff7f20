package dev.tendril.nlp.reader;

import dev.tendril.api.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file of a data set. One whose name ends in {@code .gz} is read through gzip.
 *
 * @param name as the user wrote it, for messages
 * @param path where it lies
 */
public record DataFile(String name, Path path) {
    private static final String COMPRESSED = ".gz";

    /**
     * Opens its lines, none of them longer than {@link Lines#LONGEST} bytes.
     *
     * @throws DataException if it cannot be read
     */
    public Lines open() {
        return open(Lines.LONGEST);
    }

    /**
     * Opens its lines.
     *
     * @param longest bytes of the longest line that is read
     * @throws DataException if it cannot be read
     */
    public Lines open(int longest) {
        return new Lines(this, bytes(), longest);
    }

    /**
     * Opens its text.
     *
     * @throws DataException if it cannot be read
     */
    public Utf8Text text() {
        return new Utf8Text(this, bytes());
    }

    private InputStream bytes() {
        if (Files.isDirectory(path)) {
            throw new DataException(name, "is a folder; name a file");
        }
        try {
            InputStream stored = Files.newInputStream(path);
            return name.endsWith(COMPRESSED) ? Gunzip.of(name, stored) : stored;
        } catch (NoSuchFileException missing) {
            throw new DataException(
                    name, "does not exist; check the path, which starts at the YAML file's folder", missing);
        } catch (AccessDeniedException denied) {
            throw new DataException(name, "may not be read by this user; change its permissions", denied);
        } catch (IOException failure) {
            throw new DataException(name, "cannot be opened: " + failure.getMessage(), failure);
        }
    }

    /** A place in it, {@code file:line}. */
    public String at(long line) {
        return name + ":" + line;
    }
}
