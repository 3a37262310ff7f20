package dev.tendril.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.DiagnosticsException;
import dev.tendril.api.graph.Port;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The example files: those that run check cleanly, those of what is planned say so and nothing else. */
class ExampleFilesTest {
    private static final Path EXAMPLES = Path.of("../../examples");
    private static final Path SHAPES = EXAMPLES.resolve("shapes");

    private final ComponentRegistry registry = TestPlugins.registry();

    static Stream<Path> examples() throws IOException {
        return Stream.concat(yamlIn(EXAMPLES), yamlIn(SHAPES));
    }

    static Stream<Path> shapes() throws IOException {
        return yamlIn(SHAPES);
    }

    private static Stream<Path> yamlIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @Test
    void theListIsNotEmpty() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aShapeChecksOrIsNotInstalledYet(Path file) {
        assertThat(problems(file)).allMatch(problem -> problem.code().equals(Code.NOT_INSTALLED.id()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatChecksIsWrittenBackAndReadAgainAsTheSame(Path file) {
        if (!problems(file).isEmpty()) {
            return;
        }
        CheckedModel model = Specs.load(file, registry, LoadOptions.none(), TestPlugins::onePerNode);
        CheckedModel again =
                Specs.parse(model.resolved(), "resolved.yaml", file.resolveSibling(""), registry, LoadOptions.none());
        assertThat(again.spec()).isEqualTo(model.spec());
        assertThat(again.resolved()).isEqualTo(model.resolved());
        assertThat(again.outputs()).isEqualTo(model.outputs());
        assertThat(model.warnings()).isEmpty();
    }

    @Test
    void theDateExampleChecksAndIsAnEncoderDecoder() {
        CheckedModel model =
                Specs.load(EXAMPLES.resolve("dates.yaml"), registry, LoadOptions.none(), TestPlugins::onePerNode);
        assertThat(model.architectures()).containsExactly(Map.entry("decoder", Architecture.ENCODER_DECODER));
        assertThat(model.predictionFields()).containsExactly("source");
        assertThat(model.order()).containsExactly("embedded", "encoder", "decoder");
    }

    @Test
    void theLanguageExampleIsManyToOne() {
        CheckedModel model = Specs.load(
                EXAMPLES.resolve("date-language.yaml"), registry, LoadOptions.none(), TestPlugins::onePerNode);
        assertThat(model.architectures()).containsExactly(Map.entry("classifier", Architecture.MANY_TO_ONE));
        assertThat(model.predictionFields()).containsExactly("written");
    }

    @Test
    void architecturesFollowFromTheAxes() {
        assertThat(architectures("one_to_many")).containsOnly(Architecture.ONE_TO_MANY);
        assertThat(architectures("aligned_language_model")).containsOnly(Architecture.ALIGNED);
        assertThat(architectures("many_to_one_two_heads"))
                .containsExactly(Architecture.MANY_TO_ONE, Architecture.MANY_TO_ONE);
        assertThat(architectures("auto_encoder")).containsOnly(Architecture.ENCODER_DECODER);
        assertThat(architectures("several_inputs")).containsOnly(Architecture.MANY_TO_ONE);
        assertThat(architectures("transformer")).containsOnly(Architecture.ENCODER_DECODER);
        assertThat(architectures("transformer_decoder")).containsOnly(Architecture.ALIGNED);
        assertThat(architectures("transformer_encoder")).containsOnly(Architecture.MANY_TO_ONE);
    }

    /** What {@code explain} says: the shape of every head's task, and the type of what it predicts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date-parts           | tagger     | ALIGNED        | T(written) × real[V(parts)]",
                "date-writer          | writer     | ONE_TO_MANY    | T(phrase) × real[V(phrase)]",
                "sunspots             | forecast   | MANY_TO_ONE    | real[1]",
                "characters           | writer     | ALIGNED        | T(text) × real[V(text)]",
                "date-language        | classifier | MANY_TO_ONE    | real[V(language)]",
                "dates                | decoder    | ENCODER_DECODER | T(target) × real[V(target)]",
                "shapes/aligned_tagging | tagger   | ALIGNED        | T(words) × real[V(tags)]",
                "shapes/aligned_frames | labels    | ALIGNED        | T(frames) × real[V(speakers)]",
                "shapes/transformer_tagging | tagger | ALIGNED      | T(words) × real[V(tags)]",
                "shapes/forecasting   | forecast   | MANY_TO_ONE    | real[1]",
                "shapes/one_to_many_image | writer | ONE_TO_MANY    | T(caption) × real[V(caption)]",
                "shapes/many_to_one_two_heads | language | MANY_TO_ONE | real[V(label)]",
                "shapes/many_to_one_two_heads | styling | MANY_TO_ONE | real[V(style)]"
            })
    void everyHeadHasTheShapeOfItsTask(String file, String head, Architecture shape, String output) {
        CheckedModel model =
                Specs.load(EXAMPLES.resolve(file + ".yaml"), registry, LoadOptions.none(), TestPlugins::onePerNode);
        assertThat(model.architectures()).containsEntry(head, shape);
        assertThat(Objects.requireNonNull(model.outputs().get(head)).get(Port.OUTPUT))
                .hasToString(output);
    }

    @Test
    void aSharedVocabularyHasTheSymbolOfItsOwner() {
        CheckedModel model =
                Specs.load(SHAPES.resolve("auto_encoder.yaml"), registry, LoadOptions.none(), TestPlugins::onePerNode);
        assertThat(model.fields().get("target")).hasToString("T(target) × id(V(source))");
    }

    private List<Architecture> architectures(String shape) {
        return List.copyOf(
                Specs.load(SHAPES.resolve(shape + ".yaml"), registry, LoadOptions.none(), TestPlugins::onePerNode)
                        .architectures()
                        .values());
    }

    private List<Diagnostic> problems(Path file) {
        try {
            Specs.load(file, registry, LoadOptions.none(), TestPlugins::onePerNode);
            return List.of();
        } catch (DiagnosticsException found) {
            return found.diagnostics();
        }
    }
}
