package dev.tendril.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlLimits;
import dev.tendril.runtime.yaml.YamlReader;
import dev.tendril.runtime.yaml.YamlTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The examples of {@code docs/yaml.md}: the first is a whole file, and each further one takes the place of sections of it. */
class YamlDocumentTest {
    private static final Path DOCUMENT = Path.of("../../docs/yaml.md");
    private static final Path FOLDER = Path.of("src/test/resources/validate");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("(?m)^([a-z]+):");

    private final ComponentRegistry registry = TestPlugins.registry();

    static Stream<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        Map<String, String> whole = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
        while (block.find()) {
            Map<String, String> sections = new LinkedHashMap<>(whole);
            sections.putAll(sections(block.group(1)));
            if (whole.isEmpty()) {
                whole.putAll(sections);
            }
            files.add(sections.values().stream().collect(Collectors.joining()));
        }
        return files.stream();
    }

    private static Map<String, String> sections(String text) {
        Map<String, String> sections = new LinkedHashMap<>();
        List<Integer> starts = SECTION.matcher(text)
                .results()
                .map(each -> each.start())
                .collect(Collectors.toCollection(ArrayList::new));
        starts.add(text.length());
        for (int i = 0; i + 1 < starts.size(); i++) {
            String section = text.substring(starts.get(i), starts.get(i + 1));
            sections.put(section.substring(0, section.indexOf(':')), section);
        }
        return sections;
    }

    @ParameterizedTest
    @MethodSource("files")
    void anExampleOfTheDocumentIsRight(String file) {
        LoadOptions options = new LoadOptions(Map.of(), Map.of("TENDRIL_EPOCHS", "3"), Set.of(), List.of(), true);
        CheckedModel model = Specs.parse(file, "yaml.md", FOLDER.toAbsolutePath(), registry, options);
        assertThat(model.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void anExampleOfTheDocumentFitsTheSchema(String file) {
        Problems problems = new Problems();
        Object tree = YamlTrees.of(new YamlReader(YamlLimits.standard(), problems)
                .value("yaml.md", file)
                .orElseThrow());
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(ModelFileSchema.json(registry))
                        .validate(JsonMapper.shared().valueToTree(tree)))
                .isEmpty();
    }

    @Test
    void theDocumentHasExamples() throws IOException {
        assertThat(files()).hasSizeGreaterThan(7).first().asString().contains("format: 1", "evaluation:");
    }
}
