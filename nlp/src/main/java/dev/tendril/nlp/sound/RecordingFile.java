package dev.tendril.nlp.sound;

import dev.tendril.api.DataException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The file of a recording.
 *
 * @param where its name and the row that names it, for messages
 * @param path where it lies
 */
record RecordingFile(String where, Path path) {

    /** Reads it whole. */
    Recording read() {
        if (Files.isDirectory(path)) {
            throw new DataException(where, "is a folder; name a file");
        }
        try (InputStream input = new BufferedInputStream(Files.newInputStream(path))) {
            return WaveFile.read(new FileBytes(where, input, Files.size(path)));
        } catch (NoSuchFileException missing) {
            throw new DataException(
                    where, "does not exist; check the path, which starts at the table's folder", missing);
        } catch (AccessDeniedException denied) {
            throw new DataException(where, "may not be read by this user; change its permissions", denied);
        } catch (IOException failure) {
            throw new DataException(where, "cannot be read: " + failure.getMessage(), failure);
        }
    }
}
