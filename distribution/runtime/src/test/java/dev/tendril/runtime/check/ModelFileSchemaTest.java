package dev.tendril.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlLimits;
import dev.tendril.runtime.yaml.YamlReader;
import dev.tendril.runtime.yaml.YamlTrees;
import dev.tendril.runtime.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema beside the checker: what the checker accepts fits it, and what is wrong in shape does not. */
class ModelFileSchemaTest {
    private static final Path EXAMPLES = Path.of("../../examples");
    private static final Path BROKEN = Path.of("src/test/resources/validate");

    /** Broken files whose shape is right: what is wrong lies in names, edges, data, or between values. */
    private static final Set<String> NOT_OF_SHAPE = Set.of(
            "bidirectional_on_a_generating_path",
            "bptt_steps",
            "bptt_steps_of_a_transformer",
            "component_failed",
            "cycle",
            "early_stopping",
            "forbidden_file",
            "kind_mismatch",
            "missing_file",
            "missing_input",
            "no_head",
            "no_use_for_an_input",
            "shares",
            "size_mismatch",
            "transformer_heads",
            "transformer_on_a_generating_path",
            "transformer_units",
            "unknown_data_key",
            "unknown_output",
            "unknown_port",
            "variables");

    /** Broken files that no YAML reader, or none without Tendril's rules, makes a tree of. */
    private static final Set<String> NOT_YAML = Set.of(
            "alias_bomb", "cyclic_alias", "duplicate_key", "syntax", "tags_and_merge_keys", "variable_in_braces");

    private final String json = ModelFileSchema.json(TestPlugins.registry());
    private final Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(json);
    private final JsonMapper mapper = JsonMapper.builder().build();

    static Stream<Path> brokenFiles() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !NOT_YAML.contains(name(file)))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void aBrokenFileFitsExactlyIfItsShapeIsRight(Path file) throws IOException {
        List<Error> errors = errors(Files.readString(file));
        if (NOT_OF_SHAPE.contains(name(file))) {
            assertThat(errors).isEmpty();
        } else {
            assertThat(errors).isNotEmpty();
        }
    }

    @Test
    void theFilesNamedHereExist() {
        assertThat(Stream.concat(NOT_OF_SHAPE.stream(), NOT_YAML.stream()))
                .allMatch(name -> Files.exists(BROKEN.resolve(name + ".yaml")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: acme/peephole_lstm, units: 3}",
                "{type: peephole_lstm, units: 3, dropout: 0.5, gate: tanh}",
                "{type: peephole_lstm, units: '${vars.units}', gate: {type: core/tanh}}",
                "{type: '${env:TENDRIL_CELL}', units: 3}",
                "'${vars.cell}'"
            })
    void aThirdPartysCellFitsInEveryForm(String cell) throws IOException {
        assertThat(errors(withCell(cell))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "peephole_lstm",
                "{type: peephole_lstm}",
                "{type: peephole_lstm, units: 0}",
                "{type: peephole_lstm, units: '3'}",
                "{type: peephole_lstm, units: 3, dropout: 1}",
                "{type: peephole_lstm, units: 3, droput: 0.1}",
                "{type: peephole_lstm, units: 3, gate: softmax}",
                "{type: other/peephole_lstm, units: 3}",
                "{units: 3}",
                "3"
            })
    void whatIsWrongInAThirdPartysCellDoesNotFit(String cell) throws IOException {
        assertThat(errors(withCell(cell))).isNotEmpty();
    }

    @Test
    void defaultsAndSentencesComeFromTheParameters() {
        assertThat(mapper.readTree(json).at("/definitions/cell.acme.peephole_lstm/properties/dropout"))
                .hasToString("{\"description\":\"Dropout on the recurrent state. (a number, at least 0 and less than 1,"
                        + " 0.0 by default)\",\"anyOf\":[{\"type\":\"number\",\"minimum\":0,\"exclusiveMaximum\":1},"
                        + "{\"$ref\":\"#/definitions/variable\"}],\"default\":0.0}");
    }

    private String withCell(String cell) throws IOException {
        String file = Files.readString(EXAMPLES.resolve("dates.yaml"));
        String changed = file.replace("cell: {type: gru, units: 128}", "cell: " + cell);
        assertThat(changed).isNotEqualTo(file);
        return changed;
    }

    private List<Error> errors(String text) {
        Problems problems = new Problems();
        Optional<YamlValue> value = new YamlReader(YamlLimits.standard(), problems).value("file", text);
        assertThat(problems.any()).isFalse();
        JsonNode tree = mapper.valueToTree(YamlTrees.of(value.orElseThrow()));
        return schema.validate(tree);
    }
}
