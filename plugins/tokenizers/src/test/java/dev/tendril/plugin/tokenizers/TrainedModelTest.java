package dev.tendril.plugin.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DiagnosticsException;
import dev.tendril.api.model.Model;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.model.Predictions;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models with these tokenizers on both sides: trained, stored, loaded and asked, from a model file alone. */
final class TrainedModelTest {
    private static final String YAML = """
            format: 1
            name: dates
            seed: 7
            data:
              train: {type: localized_dates, count: 211, languages: [en]}
              validation: {type: localized_dates, count: 17, split: validation, languages: [en]}
              fields:
                source: {type: text, key: written, tokenizer: TOKENIZER}
                target: {type: text, key: iso, tokenizer: TOKENIZER}
            model:
              embedded: {type: embedding, from: source, units: 7}
              encoder: {type: recurrent, from: embedded, cell: {type: gru, units: 11}}
              decoder:
                type: decoder
                from: {target: target, initial: encoder.final}
                embedding: {type: embedding, units: 5}
                network: {type: recurrent_steps, cell: {type: gru, units: 11}}
                loss: cross_entropy
            training:
              optimizer: {type: adam, learning_rate: 0.03}
              batch_size: 32
              epochs: 5
            evaluation:
              metrics: [exact_match]
            """;

    @TempDir
    private Path folder;

    private Path file(String tokenizer) throws IOException {
        return Files.writeString(folder.resolve("model.yaml"), YAML.replace("TOKENIZER", tokenizer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: bpe, size: 97}",
                "{type: bpe, merges: 31, mark: start}",
                "{type: tokenizers/unigram, size: 97}",
                "{type: wordpiece, size: 97}",
                "{type: regex, pattern: '\\d|\\D+'}",
                "{type: regex, pattern: '[ -]', matches: separators, join: '-'}",
                "bytes"
            })
    void aLoadedModelPredictsWhatTheTrainedOneDid(String tokenizer) throws IOException {
        List<String> dates = List.of("12 March 2020", "Tuesday, July 1, 1997", "", "漢字");
        Path archive = folder.resolve("model.tendril");
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            Model trained =
                    tendril.train(file(tokenizer), TrainOptions.defaults()).model();
            trained.save(archive);
            Model loaded = tendril.load(archive);
            List<Predictions> predictions = dates.stream().map(trained::predict).toList();
            assertThat(dates.stream().map(loaded::predict).toList()).isEqualTo(predictions);
            Prediction.Text first = (Prediction.Text) predictions.get(0).only();
            assertThat(first.best().text()).isNotEmpty();
        }
    }

    @Test
    void twoLimitsAreReportedAtTheirLine() throws IOException {
        Path file = file("{type: bpe, size: 10, merges: 5}");
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            assertThatThrownBy(() -> tendril.validate(file))
                    .isInstanceOfSatisfying(
                            DiagnosticsException.class,
                            found -> assertThat(found.diagnostics()).first().satisfies(problem -> {
                                assertThat(problem.message()).contains("'merges'", "remove one");
                                assertThat(problem.location().orElseThrow().line())
                                        .isEqualTo(8);
                            }));
        }
    }

    @Test
    void aTrainingSplitWithMoreCharactersThanTheSizeIsAClearFailure() throws IOException {
        Path file = file("{type: unigram, size: 9}");
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            assertThatThrownBy(() -> tendril.train(file, TrainOptions.defaults()))
                    .hasMessageContaining("tokens already")
                    .hasMessageContaining("size is 9");
        }
    }

    @Test
    void theExampleIsValid() {
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            assertThat(tendril.validate(Path.of("examples", "dates-bpe.yaml"))
                            .spec()
                            .name())
                    .isEqualTo("dates-bpe");
        }
    }
}
