package dev.tendril.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.DiagnosticsException;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.spec.SplitSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesAndVariablesTest {
    private static final String FILE = """
            format: 1
            name: dates
            vars: {units: 32, clip: {type: norm, max: 2.0}}
            data:
              train: {type: tsv, files: ['${env:TENDRIL_TRAIN}', a.tsv]}
              fields:
                text: {type: text, key: 1, tokenizer: characters}
                label: {type: label, key: 2}
            model:
              embedded: {type: embedding, from: text, units: '${vars.units}'}
              summary: {type: pooling, from: embedded, method: mean}
              classifier: {type: classifier, from: {input: summary, target: label}}
            training:
              optimizer: adam
              clip: ${vars.clip}
              epochs: ${env:TENDRIL_EPOCHS}
            """;

    private final ComponentRegistry registry = TestPlugins.registry();

    private final Path folder;
    private final Path elsewhere;

    OverridesAndVariablesTest(@TempDir Path folder, @TempDir Path elsewhere) {
        this.folder = folder;
        this.elsewhere = elsewhere;
    }

    @Test
    void variablesAreReplacedAndTheResolvedFileKeepsThoseOfTheEnvironment() throws IOException {
        CheckedModel model = load(Map.of());
        assertThat(model.spec().training().epochs()).isEqualTo(3);
        assertThat(model.spec().nodes().values())
                .extracting(NodeSpec::component)
                .anySatisfy(component ->
                        assertThat(component.parameters().toString()).contains("units=32"));
        assertThat(model.resolved())
                .contains("epochs: ${env:TENDRIL_EPOCHS}", "- ${env:TENDRIL_TRAIN}", "units: 32", "max: 2.0")
                .doesNotContain("vars", elsewhere.toString());
    }

    @Test
    void aPathInAVariableMayLieOutsideTheFolder() throws IOException {
        assertThat(load(Map.of()).spec().data().splits().values())
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.type(SplitSpec.Readers.class))
                .satisfies(
                        split -> assertThat(split.readers().get(0).parameters().toString())
                                .contains(elsewhere.toString()));
    }

    @Test
    void anArchiveLeavesOutSplitsWhoseVariablesAreNotSet() throws IOException {
        String resolved = load(Map.of()).resolved();
        CheckedModel archived = Specs.parse(
                resolved, "model.yaml", folder, registry, LoadOptions.archived(Map.of("TENDRIL_EPOCHS", "3")));
        assertThat(archived.spec().data().splits()).isEmpty();
        assertThat(archived.spec().nodes()).isEqualTo(load(Map.of()).spec().nodes());
    }

    @Test
    void writtenAndDefaultedValuesAreSet() throws IOException {
        CheckedModel model = load(Map.of(
                "training.optimizer.learning_rate", "0.25",
                "training.epochs", "7",
                "model.embedded.units", "11",
                "training.early_stopping.patience", "5",
                "data.validation", "{type: share, of: train, fraction: 0.5}"));
        assertThat(model.spec().training().epochs()).isEqualTo(7);
        assertThat(model.spec().training().optimizer().parameters().toString()).contains("learningRate=0.25");
        assertThat(model.spec().training().earlyStopping().orElseThrow().patience())
                .isEqualTo(5);
        assertThat(model.outputs().get("embedded")).hasToString("PortTypes[types={output=[T(text) × real[11]]}]");
    }

    @Test
    void theParametersOfADefaultedComponentAreSet() throws IOException {
        CheckedModel model = load(Map.of("model.classifier.loss.label_smoothing", "0.125"));
        assertThat(model.resolved()).contains("label_smoothing: 0.125");
    }

    @Test
    void anUnknownPathIsAProblemOfTheOverride() {
        List<Diagnostic> problems = problems(Map.of("training.epoch", "3", "model.embeded.units", "3", "a..b", "1"));
        assertThat(problems).extracting(Diagnostic::code).containsExactlyInAnyOrder("TDL-1103", "TDL-1008", "TDL-1008");
        assertThat(problems)
                .allMatch(problem -> problem.location().orElseThrow().file().equals("--set"));
        assertThat(problems)
                .extracting(Diagnostic::label)
                .contains("did you mean 'epochs'?", "did you mean 'embedded'?");
    }

    @Test
    void aValueThatDoesNotFitIsAProblemOfTheOverride() {
        List<Diagnostic> problems = problems(Map.of("training.epochs", "many"));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.location().orElseThrow().sourceLine()).isEqualTo("training.epochs=many");
            assertThat(problem.location().orElseThrow().column()).isEqualTo(17);
        });
    }

    @Test
    void anAbsolutePathOfAnOverrideIsWrittenBackRelative() throws IOException {
        Path data = elsewhere.resolve("b.tsv");
        Files.writeString(data, "x\ty\n");
        CheckedModel model = load(Map.of("data.train.files[1]", data.toString()));
        assertThat(model.resolved()).doesNotContain(data.toString()).contains("b.tsv");
    }

    private CheckedModel load(Map<String, String> overrides) throws IOException {
        Files.writeString(folder.resolve("a.tsv"), "x\ty\n");
        Files.writeString(elsewhere.resolve("train.tsv"), "x\ty\n");
        return Specs.parse(FILE, "model.yaml", folder, registry, options(overrides));
    }

    private LoadOptions options(Map<String, String> overrides) {
        Map<String, String> environment = Map.of(
                "TENDRIL_TRAIN", elsewhere.resolve("train.tsv").toString(), "TENDRIL_EPOCHS", "3", "HOME", "/root");
        return new LoadOptions(overrides, environment, Set.of(), List.of(), true);
    }

    private List<Diagnostic> problems(Map<String, String> overrides) {
        return catchThrowableOfType(DiagnosticsException.class, () -> load(overrides))
                .diagnostics();
    }
}
