package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that are part of the interface, kept in {@code src/test/resources/golden}. Run the tests with
 * {@code -Dtendril.golden.write=true} to write them anew, then read the difference before it is committed.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Demands that a text is the one that is kept. */
    static void assertEquals(String name, String actual) {
        Path file = FOLDER.resolve(name);
        String text = actual.replace(System.lineSeparator(), "\n");
        try {
            if (Boolean.getBoolean("tendril.golden.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text).as(name).isEqualTo(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
