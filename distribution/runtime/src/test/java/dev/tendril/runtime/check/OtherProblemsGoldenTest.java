package dev.tendril.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.DiagnosticsException;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.DiagnosticRenderer;
import dev.tendril.runtime.plugin.CorePlugin;
import dev.tendril.runtime.plugin.PluginDiscovery;
import dev.tendril.runtime.plugin.PluginSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Problems that stand in no model file, and the whole text of each; {@code -Dtendril.golden=write} writes the texts anew. */
class OtherProblemsGoldenTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path FOLDER = RESOURCES.resolve("problems");

    @Test
    void aFileThatIsMissing() throws IOException {
        golden(
                "missing_model_file",
                thrown(() -> Specs.load(
                        Path.of("nowhere.yaml"), TestPlugins.registry(), LoadOptions.none(), TestPlugins::onePerNode)));
    }

    @Test
    void anOverrideOfNothing() throws IOException {
        LoadOptions options = new LoadOptions(Map.of("model.nothing.units", "3"), Map.of(), Set.of(), List.of(), true);
        String text = Files.readString(RESOURCES.resolve("explain/dates.yaml"));
        golden(
                "unknown_path",
                thrown(() ->
                        Specs.parse(text, "dates.yaml", RESOURCES.toAbsolutePath(), TestPlugins.registry(), options)));
    }

    @Test
    void aComponentThatIsRegisteredTwice() throws IOException {
        PluginHandle first = new PluginHandle("acme", "1.0.0", "a.jar", new CorePlugin());
        PluginHandle second = new PluginHandle("acme", "1.1.0", "b.jar", new CorePlugin());
        List<Diagnostic> all = thrown(() -> ComponentRegistry.of(List.of(first, second), List.of()));
        golden("duplicate_component", all.subList(0, 1));
    }

    @Test
    void aJarBesideTheFoldersOfPlugins(@TempDir Path plugins) throws IOException {
        Files.writeString(plugins.resolve("stray.jar"), "");
        try (var installed =
                PluginDiscovery.discover(PluginSources.classPathOnly().withFolders(List.of(plugins)))) {
            assertThat(installed.diagnostics()).hasSize(1);
            golden(
                    "stray_jar",
                    DiagnosticRenderer.render(installed.diagnostics()).replace(plugins.toString(), "plugins"));
        }
    }

    /** So that nobody meets a problem whose words no one has read. */
    @Test
    void everyCodeStandsInTheTextOfSomeProblem() throws IOException {
        StringBuilder texts = new StringBuilder();
        for (String folder : List.of("validate", "warn", "problems")) {
            try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".txt")).toList()) {
                    texts.append(Files.readString(file));
                }
            }
        }
        assertThat(Arrays.stream(Code.values()).map(Code::id)).allMatch(code -> texts.indexOf("[" + code + "]: ") >= 0);
    }

    private static List<Diagnostic> thrown(ThrowingCallable action) {
        return catchThrowableOfType(DiagnosticsException.class, action).diagnostics();
    }

    private static void golden(String name, List<Diagnostic> problems) throws IOException {
        golden(name, DiagnosticRenderer.render(problems));
    }

    private static void golden(String name, String said) throws IOException {
        Path golden = FOLDER.resolve(name + ".txt");
        if ("write".equals(System.getProperty("tendril.golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, said);
        }
        assertThat(said).isEqualTo(Files.readString(golden));
    }
}
