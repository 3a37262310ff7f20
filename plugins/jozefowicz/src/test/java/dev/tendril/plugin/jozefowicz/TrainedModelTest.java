package dev.tendril.plugin.jozefowicz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DiagnosticsException;
import dev.tendril.api.cell.CellPlan;
import dev.tendril.api.model.Model;
import dev.tendril.api.model.Predictions;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import dev.tendril.runtime.explain.PlanListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cell from a model file alone: both ways, in every wrapper of the core, stacked and in a decoder. */
final class TrainedModelTest {
    private static final String YAML = """
            format: 1
            name: dates
            seed: 7
            data:
              train: {type: localized_dates, count: 101, languages: [en]}
              validation: {type: localized_dates, count: 17, split: validation, languages: [en]}
              fields:
                source: {type: text, key: written, tokenizer: characters}
                target: {type: text, key: iso, tokenizer: characters}
            model:
              embedded: {type: embedding, from: source, units: 6}
              both: {type: recurrent, from: embedded, cell: {type: CELL, units: 6 MODE}, bidirectional: true}
              summed: {type: recurrent, from: both, cell: {type: residual, cell: {type: CELL, units: 12 MODE}}}
              kept: {type: recurrent, from: summed, cell: {type: zoneout, probability: 0.1, cell: {type: CELL, units: 12 MODE}}}
              thinned:
                type: recurrent
                from: kept
                cell: {type: variational_dropout, input: 0.1, state: 0.1, cell: {type: CELL, units: 12 MODE}}
              levelled: {type: recurrent, from: thinned, cell: {type: layer_norm, cell: {type: CELL, units: 12 MODE}}}
              stacked: {type: recurrent, from: levelled, layers: 2, cell: {type: CELL, units: 12 MODE}}
              decoder:
                type: decoder
                from: {target: target, initial: stacked.final}
                embedding: {type: embedding, units: 12}
                network: {type: recurrent_steps, cell: {type: CELL, units: 12 MODE}}
                loss: cross_entropy
            training:
              optimizer: {type: adam, learning_rate: 0.01}
              batch_size: 32
              epochs: 2
            evaluation:
              metrics: [exact_match]
            """;

    @TempDir
    private Path folder;

    private Path file(String cell) throws IOException {
        String[] parts = cell.split(" ");
        String mode = parts.length == 1 ? "" : ", mode: " + parts[1];
        return Files.writeString(
                folder.resolve("model.yaml"), YAML.replace("CELL", parts[0]).replace(" MODE", mode));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mut1",
                "mut1 strict",
                "mut2 projected",
                "mut2 strict",
                "mut3",
                "jozefowicz/lstm_peephole",
                "lstm_coupled",
                "lstm_no_input_gate",
                "lstm_no_forget_gate",
                "lstm_no_output_gate"
            })
    void everyCellIsPlannedAndStored(String cell) throws IOException {
        List<String> dates = List.of("12 March 2020", "Tuesday, July 1, 1997", "");
        Path archive = folder.resolve("model.tendril");
        Path file = file(cell);
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            List<CellPlan> plans = tendril.plans(tendril.bound(tendril.validate(file)));
            assertThat(plans).hasSizeGreaterThan(6).allSatisfy(plan -> assertThat(plan.planned())
                    .as(() -> PlanListing.of(List.of(plan)))
                    .isTrue());
            Model trained = tendril.train(file, TrainOptions.defaults()).model();
            trained.save(archive);
            List<Predictions> predictions = dates.stream().map(trained::predict).toList();
            Model loaded = tendril.load(archive);
            assertThat(dates.stream().map(loaded::predict).toList()).isEqualTo(predictions);
        }
    }

    @Test
    void aStrictCellWantsAsManyUnitsAsItsInputHasFeatures() throws IOException {
        Path file = file("mut1 strict");
        Path wide = Files.writeString(
                folder.resolve("wide.yaml"), Files.readString(file).replace("source, units: 6", "source, units: 5"));
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            assertThatThrownBy(() -> tendril.validate(wide))
                    .isInstanceOf(DiagnosticsException.class)
                    .hasMessageContaining("a strict mut1 adds its input, of size 5, to its state, of size 6")
                    .hasMessageContaining("mode: projected");
        }
    }

    @Test
    void theExampleIsValid() {
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            assertThat(tendril.validate(Path.of("examples", "copy.yaml")).spec().name())
                    .isEqualTo("copy");
        }
    }
}
