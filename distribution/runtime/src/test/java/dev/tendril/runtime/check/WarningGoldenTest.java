package dev.tendril.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.Diagnostic.Severity;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Model files that are right and could be better, and the whole text that is said; {@code -Dtendril.golden=write} writes it anew. */
class WarningGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/warn");

    private final ComponentRegistry registry = TestPlugins.registry();

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatHasNoEffectIsSaidAtItsPlaceAndStopsNothing(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<Diagnostic> warnings = Specs.parse(
                        Files.readString(file), name, FOLDER.toAbsolutePath(), registry, LoadOptions.none())
                .warnings();
        String said = DiagnosticRenderer.render(warnings);
        Path golden = file.resolveSibling(name.replace(".yaml", ".txt"));
        if ("write".equals(System.getProperty("tendril.golden"))) {
            Files.writeString(golden, said);
        }
        assertThat(said).isEqualTo(Files.readString(golden));
        assertThat(warnings).isNotEmpty().allMatch(warning -> warning.severity() == Severity.WARNING);
        assertThat(warnings).allMatch(warning -> warning.location().isPresent());
    }
}
