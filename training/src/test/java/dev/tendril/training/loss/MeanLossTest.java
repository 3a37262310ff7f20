package dev.tendril.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.training.LossValue;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import dev.tendril.training.Engines;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MeanLossTest {
    private static HeadLoss head(Pass pass, String name, double weight, double total, double steps) {
        return new HeadLoss(name, weight, new LossValue(pass.full(Shape.scalar(), total), steps));
    }

    @Test
    void everyRealStepCountsAlikeWhateverItsBatch() {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(PassOptions.inference())) {
            MeanLoss mean = MeanLoss.none()
                    .plus(List.of(head(pass, "a", 0.5, 6, 3), head(pass, "b", 2, 10, 1)))
                    .plus(List.of(head(pass, "a", 0.5, 1, 11), head(pass, "b", 2, Double.NaN, 0)));
            assertThat(mean.value()).isCloseTo(0.5 * 7 / 14 + 2 * 10, within(1e-12));
            assertThat(mean.steps()).isEqualTo(15);
        }
    }

    @Test
    void perplexityOfGuessingIsTheNumberOfTokens() {
        MeanLoss guessing = new MeanLoss(Map.of("decoder", new MeanLoss.HeadSum(1, 17 * Math.log(29), 17)));
        assertThat(guessing.perplexity("decoder")).isCloseTo(29, within(1e-9));
        assertThatThrownBy(() -> guessing.perplexity("encoder"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("encoder")
                .hasMessageContaining("decoder");
    }

    @Test
    void hasNoValueBeforeTheFirstRealStep() {
        assertThat(MeanLoss.none().value()).isNaN();
    }
}
