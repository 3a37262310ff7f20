package dev.tendril.runtime.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.Diagnostic;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private final Problems problems = new Problems();
    private final YamlReader reader = new YamlReader(YamlLimits.standard(), problems);

    private final Path folder;

    YamlReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void valuesKnowWhereTheyStand() {
        Mapping root = mapping("a:\n  b: [x, 'y z']\n");
        Mapping inner = (Mapping) root.get("a").orElseThrow();
        Scalar quoted = (Scalar) ((Items) inner.get("b").orElseThrow()).values().get(1);
        assertThat(quoted.text()).isEqualTo("y z");
        assertThat(quoted.plain()).isFalse();
        assertThat(quoted.location())
                .isEqualTo(new Diagnostic.Location("test.yaml", 2, 10, 5, "a.b[1]", "  b: [x, 'y z']"));
    }

    @Test
    void columnsCountCharactersNotUnits() {
        Mapping root = mapping("\uD83D\uDE00\uD83D\uDE00: x");
        assertThat(root.get("\uD83D\uDE00\uD83D\uDE00").orElseThrow().location().column())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [",
                "a: {b: c",
                "\ta: b",
                "a: *missing",
                "a: 'open",
                "a: \"\\q\"",
                "a: @b",
                "a: b: c",
                "%YAML 9.9\n---\na: b",
                "a: \u0000b",
                "a: \uFFFEb",
                "- a\nb: c",
                "? [x]\n: y"
            })
    void whatIsNoYamlIsAProblemWithAPlace(String text) {
        assertThat(reader.value("test.yaml", text)).isEmpty();
        assertThat(problems.errors()).hasSize(1).allMatch(problem -> problem.location()
                .isPresent());
    }

    @Test
    void nestingEndsSomewhere() {
        assertThat(reader.value("test.yaml", "[".repeat(100_000))).isEmpty();
        assertThat(codes()).containsExactly("TDL-1006");
    }

    @Test
    void nestingCountsThroughAliases() {
        StringBuilder text = new StringBuilder("a0: &a0 x\n");
        for (int i = 1; i < 70; i++) {
            text.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThat(reader.value("test.yaml", text.toString())).isEmpty();
        assertThat(codes()).containsExactly("TDL-1006");
    }

    @Test
    void anAliasIsTheValueOfItsAnchor() {
        Mapping root = mapping("a: &x {b: 1}\nc: *x\n");
        assertThat(root.get("c")).isEqualTo(root.get("a"));
    }

    @Test
    void twoDocumentsAreOneTooMany() {
        assertThat(reader.value("test.yaml", "a: b\n---\nc: d\n")).isPresent();
        assertThat(codes()).containsExactly("TDL-1004");
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedAtItsLine() throws IOException {
        Path file = folder.resolve("latin1.yaml");
        Files.write(file, "a: b\nc: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(reader.text(file)).isEmpty();
        assertThat(problems.errors().get(0).location().orElseThrow().line()).isEqualTo(2);
    }

    @Test
    void aLargeFileIsNotRead() throws IOException {
        Path file = folder.resolve("large.yaml");
        Files.writeString(file, "a: " + "b".repeat(1 << 20));
        assertThat(reader.text(file)).isEmpty();
        assertThat(codes()).containsExactly("TDL-1001");
    }

    @Test
    void aMissingFileIsAProblem() {
        assertThat(reader.text(folder.resolve("none.yaml"))).isEmpty();
        assertThat(codes()).containsExactly("TDL-1001");
    }

    @Test
    void whatIsWrittenIsReadAsTheSameText() {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<String> texts = List.of(
                "plain",
                "no",
                "010",
                "1e3",
                "~",
                "",
                " a",
                "a ",
                "a: b",
                "a #b",
                "- a",
                "[a",
                "'",
                "\"",
                "\\",
                "a\nb",
                "\t",
                "\u0085",
                "\uD83D\uDE00",
                "日本",
                "#",
                "{}",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "null",
                "true",
                "a/b.c-d_e",
                "\u200B");
        for (int i = 0; i < texts.size(); i++) {
            tree.put("k" + i, texts.get(i));
            tree.put("l" + i, List.of(texts.get(i), texts.get(i)));
        }
        Mapping root = mapping(YamlWriter.write(tree));
        for (int i = 0; i < texts.size(); i++) {
            assertThat(((Scalar) root.get("k" + i).orElseThrow()).text()).isEqualTo(texts.get(i));
            assertThat(((Items) root.get("l" + i).orElseThrow()).values())
                    .allMatch(value -> value instanceof Scalar scalar && !scalar.isNull());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void noTextMakesTheReaderFail(long seed) {
        Random random = new Random(seed);
        String alphabet = "ab:-[]{}&*!|>'\"%@`#,? \n\t<~\\\u0000\uFEFF\u2028é";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Problems found = new Problems();
            boolean empty = new YamlReader(YamlLimits.standard(), found)
                    .value("test.yaml", text.toString())
                    .isEmpty();
            assertThat(found.errors()).allMatch(problem -> problem.location().isPresent());
            assertThat(empty || found.errors().size() < 21).isTrue();
        }
    }

    private Mapping mapping(String text) {
        Mapping mapping = (Mapping) reader.value("test.yaml", text).orElseThrow();
        assertThat(problems.errors()).isEmpty();
        return mapping;
    }

    private List<String> codes() {
        return problems.errors().stream().map(Diagnostic::code).toList();
    }
}
