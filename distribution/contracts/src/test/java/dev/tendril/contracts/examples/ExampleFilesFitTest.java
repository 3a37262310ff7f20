package dev.tendril.contracts.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.check.ModelFileSchema;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlLimits;
import dev.tendril.runtime.yaml.YamlReader;
import dev.tendril.runtime.yaml.YamlTrees;
import dev.tendril.runtime.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every model file that ships, beside the schema of what ships: core and the bundled plugins. */
final class ExampleFilesFitTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path EXAMPLES = ROOT.resolve("examples");
    private static final Tendril TENDRIL = Tendril.builder().threads(1).build();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(ModelFileSchema.json(TENDRIL.components()));
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @AfterAll
    static void close() {
        TENDRIL.close();
    }

    /** All but what needs a plugin that does not ship: the example of how one is written. */
    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(yamlBelow(EXAMPLES));
        files.removeIf(file -> file.startsWith(EXAMPLES.resolve("plugin")));
        files.addAll(ofPlugins());
        return files;
    }

    static List<Path> ofPlugins() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> plugins = Files.list(ROOT.resolve("plugins"))) {
            for (Path plugin : plugins.sorted().toList()) {
                Path examples = plugin.resolve("examples");
                files.addAll(Files.isDirectory(examples) ? yamlBelow(examples) : List.of());
            }
        }
        files.addAll(yamlBelow(EXAMPLES.resolve("attention")));
        return files;
    }

    private static List<Path> yamlBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().contains("/runs/")
                            && !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreExamplesOfEverything() throws IOException {
        assertThat(files()).hasSizeGreaterThan(30);
        assertThat(ofPlugins()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("files")
    void itFitsTheSchema(Path file) throws IOException {
        Problems problems = new Problems();
        Optional<YamlValue> value = new YamlReader(YamlLimits.standard(), problems)
                .value(file.getFileName().toString(), Files.readString(file));
        assertThat(problems.any()).isFalse();
        assertThat(SCHEMA.validate(MAPPER.valueToTree(YamlTrees.of(value.orElseThrow()))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofPlugins")
    void whatUsesPluginsChecksWithoutAWarning(Path file) {
        assertThat(TENDRIL.validate(file).warnings()).isEmpty();
    }
}
