package dev.tendril.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.TendrilException;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AccuracyTest {
    private final Metric.Accumulator accuracy =
            new AccuracyProvider().create(new NoParameters()).start();

    static Prediction label(String label) {
        return new Prediction.Label(label, Map.of(label, 1.0));
    }

    static Prediction labels(String... labels) {
        return new Prediction.Labels(List.of(labels), Collections.nCopies(labels.length, 1.0));
    }

    static Reference tokens(String... tokens) {
        return new Reference.Text(List.of(tokens), String.join(" ", tokens));
    }

    @Test
    void countsRightLabels() {
        accuracy.add(label("a"), new Reference.Label("a"));
        accuracy.add(label("b"), new Reference.Label("a"));
        accuracy.add(label("b"), new Reference.Label("b"));
        assertThat(accuracy.value()).isEqualTo(2.0 / 3);
    }

    @Test
    void countsStepsNotSequences() {
        accuracy.add(labels("x", "y", "x", "x", "y"), tokens("x", "y", "x", "x", "x"));
        accuracy.add(labels("y"), tokens("x"));
        accuracy.add(labels(), tokens());
        assertThat(accuracy.value()).isEqualTo(4.0 / 6);
    }

    @Test
    void hasNoValueBeforeTheFirstExample() {
        assertThat(accuracy.value()).isNaN();
    }

    @Test
    void refusesStepsThatDoNotMatch() {
        assertThatThrownBy(() -> accuracy.add(labels("x", "y"), tokens("x")))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("2 predicted classes for 1 wanted");
    }

    @Test
    void refusesGeneratedText() {
        Prediction text = new Prediction.Text(List.of(new Prediction.Candidate("x", List.of("x"), 0, 0, List.of())));
        assertThatThrownBy(() -> accuracy.add(text, tokens("x")))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("metric 'accuracy' judges classes")
                .hasMessageContaining("evaluation");
    }
}
