package dev.tendril.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ReadmeTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyLineOfJavaInTheReadmeIsCompiledByTheBuild() throws IOException {
        String program = stripped(Files.readString(
                ROOT.resolve("examples/embedding/src/main/java/dev/tendril/examples/EmbeddingExample.java")));
        Matcher blocks = JAVA.matcher(Files.readString(ROOT.resolve("README.md")));
        List<String> shown = blocks.results().map(block -> stripped(block.group(1))).toList();

        assertThat(shown).isNotEmpty().allSatisfy(block -> assertThat(program).contains(block));
    }

    /** Without indentation, which depends on where the lines stand. */
    private static String stripped(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
