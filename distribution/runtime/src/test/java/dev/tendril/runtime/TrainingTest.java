package dev.tendril.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.TendrilException;
import dev.tendril.api.model.Predictions;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.runtime.model.RuntimeModel;
import dev.tendril.training.checkpoint.CheckpointPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingTest {
    private Path folder;
    private Tendril tendril;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        tendril = Tendril.builder().threads(2).build();
    }

    @AfterEach
    void close() {
        tendril.close();
    }

    @Test
    void aResumedRunEndsInTheBitsOfOneThatNeverStopped() throws IOException {
        Path file = ModelFiles.translator(folder);
        Path checkpoints = folder.resolve("checkpoints");
        CancellationToken token = new CancellationToken();
        TrainingResult stopped = tendril.train(
                file,
                TrainOptions.defaults()
                        .withCheckpoints(CheckpointPolicy.start(checkpoints))
                        .withCancellation(token)
                        .withListener(event -> {
                            if (event instanceof TrainingEvent.Stepped step && step.step() == 10) {
                                token.cancel();
                            }
                        }));
        assertThat(stopped.finished().reason()).isEqualTo(TrainingEvent.Reason.CANCELLED);

        tendril.train(file, TrainOptions.defaults().withCheckpoints(CheckpointPolicy.resume(checkpoints)))
                .model()
                .save(folder.resolve("resumed.tendril"));
        tendril.train(file, TrainOptions.defaults()).model().save(folder.resolve("whole.tendril"));

        assertThat(folder.resolve("resumed.tendril")).hasSameBinaryContentAs(folder.resolve("whole.tendril"));
    }

    @Test
    void aModelWithTwoHeadsLearnsBothAndNamesTheirValues() throws IOException {
        Path file = twoHeads("");
        TrainingResult result = tendril.train(file, TrainOptions.defaults());
        result.model().save(folder.resolve("two.tendril"));
        Predictions predictions = result.model().predict(ModelFiles.DATE);

        assertThat(predictions.heads().keySet()).containsExactly("decoder", "language_head");
        assertThat(result.metrics().keySet())
                .startsWith("loss", "decoder.loss", "perplexity")
                .contains("exact_match", "language_head.loss", "accuracy");
        double decoder = result.metrics().getOrDefault("decoder.loss", Double.NaN);
        double language = result.metrics().getOrDefault("language_head.loss", Double.NaN);
        assertThat(result.metrics()).containsEntry("loss", decoder + 0.5 * language);
        assertThat(tendril.load(folder.resolve("two.tendril")).predict(ModelFiles.DATE))
                .isEqualTo(predictions);
    }

    @Test
    void earlyStoppingWatchesAMetricOfOneOfTheHeads() {
        TrainingResult result =
                tendril.train(twoHeads("  early_stopping: {metric: accuracy, patience: 1}\n"), TrainOptions.defaults());

        assertThat(result.metrics()).containsKey("accuracy");
    }

    @Test
    void shardsChangeRoundingAlone() {
        double[] whole = trainedNumbers("");
        double[] sharded = trainedNumbers("  shards: 3\n");

        assertThat(sharded).isNotEqualTo(whole); // sums over rows were cut
        assertThat(sharded).containsExactly(whole, within(1e-4)); // of numbers that move by up to 0.08, in float32
    }

    private double[] trainedNumbers(String training) {
        RuntimeModel model = (RuntimeModel)
                tendril.train(twoHeads(training), TrainOptions.defaults()).model();
        return model.parts().parameters().parameters().stream()
                .flatMapToDouble(parameter -> Arrays.stream(parameter.toDoubles()))
                .toArray();
    }

    @Test
    void aMetricThatJudgesNoHeadIsRefused() {
        Path file = ModelFiles.changed(
                ModelFiles.classifier(folder),
                "m.yaml",
                "training:\n",
                "evaluation: {metrics: [exact_match]}\ntraining:\n");

        assertThatThrownBy(() -> tendril.train(file, TrainOptions.defaults()))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("exact_match");
    }

    @Test
    void nodesShareTheirParameters() {
        Path file = ModelFiles.changed(
                twoHeads(""), "shared.yaml", "embedding: {type: embedding, units: 7}", "embedding: {share: embedded}");
        Path tied = ModelFiles.changed(
                file,
                "tied.yaml",
                "target: {type: text, key: iso, tokenizer: characters}",
                "target: {type: text, key: iso, tokenizer: characters, vocabulary: source}");
        TrainingResult result = tendril.train(tied, TrainOptions.defaults());
        var checked = tendril.validate(tied);
        var counts = tendril.parameterCounter().count(checked, Map.of("V(source)", 50L, "V(language)", 3L));

        assertThat(counts).containsEntry("embedded.table", 7 * 50L);
        assertThat(result.model().predict(ModelFiles.DATE).heads()).containsKey("decoder");
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum())
                .isLessThan(tendril
                        .parameterCounter()
                        .count(
                                tendril.validate(twoHeads("")),
                                Map.of("V(source)", 50L, "V(target)", 50L, "V(language)", 3L))
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    private Path twoHeads(String training) {
        return ModelFiles.write(folder, "two.yaml", """
                format: 1
                name: two
                seed: 7
                data:
                  train: {type: localized_dates, count: 120, languages: [en, fr, ja]}
                  validation: {type: localized_dates, count: 17, split: validation, languages: [en, fr, ja]}
                  fields:
                    source: {type: text, key: written, tokenizer: characters}
                    target: {type: text, key: iso, tokenizer: characters}
                    language: {type: label, key: language}
                model:
                  embedded: {type: embedding, from: source, units: 7}
                  encoder: {type: recurrent, from: embedded, cell: {type: gru, units: 11}}
                  decoder:
                    type: decoder
                    from: {target: target, memory: encoder, initial: encoder.final}
                    embedding: {type: embedding, units: 7}
                    network: {type: recurrent_steps, cell: {type: gru, units: 13}, attention: {type: additive, units: 5}}
                  language_head: {type: classifier, from: {input: encoder.final, target: language}, weight: 0.5}
                training:
                  optimizer: {type: adam, learning_rate: 0.01}
                  batch_size: 32
                  epochs: 2
                """ + training);
    }
}
