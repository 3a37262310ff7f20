package org.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows, what the archetype generates and what is compiled and tested here are one text. */
final class SameTextsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path PAGE = ROOT.resolve("docs/writing-a-plugin.md");
    private static final Path TEMPLATES = ROOT.resolve("plugins/archetype/src/main/resources/archetype-resources/src");
    private static final Pattern BLOCK = Pattern.compile("```(java|yaml)\n(.*?)```", Pattern.DOTALL);

    /** Code of a cell and its parameters, without imports, comments and empty lines. */
    private static final int MOST_LINES = 60;

    @ParameterizedTest
    @ValueSource(strings = {"main/java/%s.java", "test/java/%sTest.java"})
    void theArchetypeGeneratesTheCellOfTheExample(String file) throws IOException {
        String generated = Files.readString(TEMPLATES.resolve(file.formatted("__cellClass__")))
                .replace("${package}", "org.example")
                .replace("${cellClass}Plugin", "ExamplePlugin")
                .replace("${cellClass}", "Leaky")
                .replace("${cellName}", "leaky")
                .replace("${pluginId}", "example");
        String own = file.replace("java/", "java/org/example/").formatted("Leaky");
        assertThat(generated).isEqualTo(Files.readString(Path.of("src").resolve(own)));
    }

    @Test
    void everyBlockOfCodeOnThePageStandsInAFileOfTheExample() throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(2))
                .toList();
        assertThat(blocks).hasSizeGreaterThan(3);
        String all = sources();
        assertThat(blocks).allSatisfy(block -> assertThat(all).contains(block));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder(Files.readString(Path.of("example.yaml")));
        try (var files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void aCellNeedsNoMoreLinesThanThePageSays() throws IOException {
        long lines = Files.readAllLines(Path.of("src/main/java/org/example/Leaky.java")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty()
                        && !line.startsWith("import ")
                        && !line.startsWith("package ")
                        && !line.startsWith("*")
                        && !line.startsWith("/**"))
                .count();
        assertThat(lines).isLessThanOrEqualTo(MOST_LINES);
        assertThat(Files.readString(PAGE)).contains(lines + " lines");
    }
}
