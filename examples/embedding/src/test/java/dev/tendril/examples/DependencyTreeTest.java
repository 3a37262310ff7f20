package dev.tendril.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What an embedding program takes in with {@code tendril-runtime}. */
class DependencyTreeTest {
    @Test
    void aProgramGetsTheseJarsAndNoOthers() throws IOException {
        assertThat(Path.of("target", "dependencies.txt"))
                .as("the dependencies of tendril-runtime changed; if that is wanted, copy target/dependencies.txt to"
                        + " examples/embedding/dependencies.txt and commit it")
                .hasSameTextualContentAs(Path.of("dependencies.txt"));
    }

    @Test
    void noneOfThemHoldsNativeCode() throws IOException {
        assertThat(Files.readAllLines(Path.of("dependencies.txt"))).noneMatch(line -> line.contains("native"));
    }
}
