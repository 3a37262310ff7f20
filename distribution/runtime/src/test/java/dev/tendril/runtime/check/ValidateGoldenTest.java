package dev.tendril.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.DiagnosticsException;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken model files and the whole text that is said about each; {@code -Dtendril.golden=write} writes the texts anew. */
class ValidateGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/validate");

    /** The files with one root cause, as the code that names it. */
    private static final List<String> ONE_ROOT_CAUSE = List.of(
            "unknown_key",
            "wrong_type",
            "out_of_range",
            "shards",
            "unknown_component",
            "missing_input",
            "cycle",
            "kind_mismatch",
            "size_mismatch",
            "duplicate_key",
            "missing_file",
            "alias_bomb",
            "bidirectional_on_a_generating_path");

    private final ComponentRegistry registry = TestPlugins.registry();

    static Stream<Path> brokenFiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void aBrokenFileIsExplainedInFull(Path file) throws IOException {
        String said = DiagnosticRenderer.render(problems(file).diagnostics());
        Path golden = file.resolveSibling(name(file).replace(".yaml", ".txt"));
        if ("write".equals(System.getProperty("tendril.golden"))) {
            Files.writeString(golden, said);
        }
        assertThat(said).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("filesWithOneRootCause")
    void oneRootCauseIsReportedOnce(Path file) throws IOException {
        assertThat(problems(file).diagnostics()).hasSize(1);
    }

    static Stream<Path> filesWithOneRootCause() {
        return ONE_ROOT_CAUSE.stream().map(name -> FOLDER.resolve(name + ".yaml"));
    }

    @Test
    void sevenProblemsAreReportedInOneRun() throws IOException {
        assertThat(problems(FOLDER.resolve("seven_problems.yaml")).diagnostics())
                .hasSize(7);
    }

    @Test
    void noMoreThanTwentyProblemsAreReportedAndTheRestIsCounted() throws IOException {
        List<Diagnostic> shown =
                problems(FOLDER.resolve("too_many_problems.yaml")).diagnostics();
        assertThat(shown).hasSize(20);
        assertThat(shown.get(19).notes()).contains("more: 5 further problems");
    }

    private DiagnosticsException problems(Path file) throws IOException {
        String text = Files.readString(file);
        return catchThrowableOfType(
                DiagnosticsException.class,
                () -> Specs.parse(text, name(file), FOLDER.toAbsolutePath(), registry, LoadOptions.none()));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
