package dev.tendril.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.DiagnosticsException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A head without a target adds to the loss, and is no prediction. */
class PenaltyTest {
    private static final String CLASSIFIER =
            "  language_head: {type: classifier, from: {input: pooled, target: language}}\n";

    @TempDir
    private Path folder;

    private final Tendril tendril = Tendril.builder().threads(1).build();

    @AfterEach
    void close() {
        tendril.close();
    }

    @Test
    void aPenaltyIsPartOfTheLossAndNoPrediction() {
        TrainingResult result = tendril.train(penalized(CLASSIFIER, 0.5), TrainOptions.defaults());

        assertThat(result.model().predict(ModelFiles.DATE).heads().keySet()).containsExactly("language_head");
        assertThat(result.model().inputs()).containsExactly("written");
        assertThat(result.model().architecture()).isEqualTo("many-to-one");
        double judged = result.metrics().getOrDefault("language_head.loss", Double.NaN);
        double penalty = result.metrics().getOrDefault("small.loss", Double.NaN);
        assertThat(result.metrics().getOrDefault("loss", Double.NaN))
                .isCloseTo(judged + 0.5 * penalty, within(1e-12)); // sums of doubles
    }

    @Test
    void aPenaltyIsAMeanOverExamplesThatShardsChangeByRoundingAlone() {
        Path file = penalized(CLASSIFIER, 0.5);
        double whole = penalty(file);
        double sharded = penalty(ModelFiles.changed(file, "s.yaml", "  epochs: 3", "  epochs: 3\n  shards: 3"));

        assertThat(sharded).isCloseTo(whole, within(1e-3)); // of the size of 1, behind 30 updates in float32
    }

    @Test
    void whatIsPunishedBecomesSmall() {
        assertThat(penalty(penalized(CLASSIFIER, 5))).isLessThan(penalty(penalized(CLASSIFIER, 0)) - 1);
    }

    private double penalty(Path file) {
        return tendril.train(file, TrainOptions.defaults()).metrics().getOrDefault("small.loss", Double.NaN);
    }

    @Test
    void aPenaltyAloneIsNoModel() {
        assertThatThrownBy(() -> tendril.validate(penalized("", 1)))
                .isInstanceOf(DiagnosticsException.class)
                .hasMessageContaining("the model predicts nothing");
    }

    private Path penalized(String classifier, double weight) {
        return ModelFiles.changed(
                ModelFiles.classifier(folder),
                "m.yaml",
                CLASSIFIER,
                classifier + "  small: {type: penalty, from: pooled, weight: " + weight + "}\n");
    }
}
