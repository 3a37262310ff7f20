package dev.tendril.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.DiagnosticsException;
import dev.tendril.runtime.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups of parameters that do not fit the model, explained in full. */
final class ParameterGroupsGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/groups");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void groupsThatDoNotFitAreExplained(Path file) throws IOException {
        String said = DiagnosticRenderer.render(problems(file))
                .replace(FOLDER.resolve("").toString(), "groups");
        Path golden = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".txt"));
        if ("write".equals(System.getProperty("tendril.golden"))) {
            Files.writeString(golden, said);
        }
        assertThat(said).isEqualTo(Files.readString(golden)).isNotEmpty();
    }

    private static List<Diagnostic> problems(Path file) {
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            return tendril.validate(file).warnings();
        } catch (DiagnosticsException refused) {
            return refused.diagnostics();
        }
    }
}
