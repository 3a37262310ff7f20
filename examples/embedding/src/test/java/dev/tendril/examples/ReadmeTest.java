package dev.tendril.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README shows the program that the build compiles. */
class ReadmeTest {
    private static final Path PROGRAM = Path.of("src/main/java/dev/tendril/examples/EmbeddingExample.java");

    @Test
    void theProgramInTheReadmeIsTheOneCompiled() throws IOException {
        String readme = Files.readString(Path.of("..", "..", "README.md"));
        String program = Files.readString(PROGRAM);
        assertThat(readme).contains(program.substring(program.indexOf("/** ")));
    }
}
