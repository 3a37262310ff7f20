package dev.tendril.nlp.reader;

import dev.tendril.api.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file of a data set.
 *
 * @param name as the user wrote it, for messages
 * @param path where it lies
 */
record DataFile(String name, Path path) {

    /** Opens its lines. */
    Lines open() {
        if (Files.isDirectory(path)) {
            throw new DataException(name, "is a folder; name a file");
        }
        try {
            return new Lines(this, Files.newInputStream(path));
        } catch (NoSuchFileException missing) {
            throw new DataException(
                    name, "does not exist; check the path, which starts at the YAML file's folder", missing);
        } catch (AccessDeniedException denied) {
            throw new DataException(name, "may not be read by this user; change its permissions", denied);
        } catch (IOException failure) {
            throw new DataException(name, "cannot be opened: " + failure.getMessage(), failure);
        }
    }

    /** For tests and callers that bring the bytes themselves. */
    Lines open(InputStream bytes) {
        return new Lines(this, bytes);
    }

    /** A place in it, {@code file:line}. */
    String at(long line) {
        return name + ":" + line;
    }
}
