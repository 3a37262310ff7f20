package dev.tendril.plugin.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every optimiser, schedule and averaging from a model file alone, in a run that is cut short inside an epoch and goes on. */
final class ResumedTrainingTest {
    private static final int CUT = 11;

    private static final String YAML = """
            format: 1
            name: languages
            seed: 7
            data:
              train: {type: localized_dates, count: 257, languages: [en, fr]}
              validation: {type: localized_dates, count: 17, split: validation, languages: [en, fr]}
              fields:
                written: {type: text, key: written, tokenizer: characters}
                language: {type: label, key: language}
            model:
              embedded: {type: embedding, from: written, units: 5}
              encoder: {type: recurrent, from: embedded, cell: {type: gru, units: 7}}
              classifier: {type: classifier, from: {input: encoder.final, target: language}}
            training:
              optimizer: {type: OPTIMIZER}
              schedule: SCHEDULE
              clip: {type: per_parameter, max: 0.1}
              averaging: AVERAGING
              batch_size: 32
              epochs: 3
            evaluation:
              metrics: [accuracy]
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            adagrad        | {type: step, every: 1}                  | since_epoch
            rmsprop        | {type: exponential, steps: 7}           | exponential
            rmsprop_graves | {type: cosine, warmup: 3}               | {type: last_epochs, epochs: 2}
            adadelta       | one_cycle                               | {type: since_epoch, epoch: 2}
            adamw          | {type: halve_after_epoch, epoch: 1}     | optimizers/since_epoch
            amsgrad        | {type: plateau, patience: 0, margin: 5} | since_epoch
            nadam          | {type: optimizers/cosine, steps: 20}    | since_epoch
            optimizers/lion | constant                               | since_epoch
            """)
    void goesOnToTheSameBits(String optimizer, String schedule, String averaging) throws IOException {
        Path file = Files.writeString(
                folder.resolve("model.yaml"),
                YAML.replace("OPTIMIZER", optimizer)
                        .replace("SCHEDULE", schedule)
                        .replace("AVERAGING", averaging));
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            Path whole = folder.resolve("whole.tendril");
            tendril.train(file, TrainOptions.defaults()).model().save(whole);

            CancellationToken token = new CancellationToken();
            TrainOptions cut = TrainOptions.defaults()
                    .savedIn(folder.resolve("checkpoints"))
                    .withCancellation(token)
                    .withListener(event -> {
                        if (event instanceof TrainingEvent.Stepped stepped && stepped.step() == CUT) {
                            token.cancel();
                        }
                    });
            assertThat(tendril.train(file, cut).finished().reason()).isEqualTo(TrainingEvent.Reason.CANCELLED);
            Path resumed = folder.resolve("resumed.tendril");
            tendril.train(file, TrainOptions.defaults().resumedFrom(folder.resolve("checkpoints")))
                    .model()
                    .save(resumed);
            assertThat(resumed).hasSameBinaryContentAs(whole);
        }
    }

    @Test
    void plateauHearsTheValidationLoss() throws IOException {
        Path file = Files.writeString(
                folder.resolve("model.yaml"),
                YAML.replace("OPTIMIZER", "adagrad")
                        .replace("SCHEDULE", "{type: plateau, patience: 0, margin: 1000, factor: 0.5}")
                        .replace("AVERAGING", "since_epoch"));
        double[] rates = new double[4];
        TrainOptions options = TrainOptions.defaults().withListener(event -> {
            if (event instanceof TrainingEvent.Stepped stepped) {
                rates[stepped.epoch()] = stepped.learningRate();
            }
        });
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            tendril.train(file, options);
        }
        assertThat(rates).as("the first epoch is an improvement on none").containsExactly(0, 0.01, 0.01, 0.005);
    }
}
