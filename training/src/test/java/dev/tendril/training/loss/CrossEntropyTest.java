package dev.tendril.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.LossValue;
import dev.tendril.training.Engines;
import dev.tendril.training.FiniteDifferences;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CrossEntropyTest {
    private static final int ROWS = 3;
    private static final int STEPS = 5;
    private static final int CLASSES = 7;
    private static final int[] LENGTHS = {5, 0, 2};
    private static final PassOptions TRAINING = PassOptions.training(RandomKey.of(1), 0, 1, 2);

    private final double[] scores =
            new Random(3).doubles(ROWS * STEPS * CLASSES, -3, 3).toArray();
    private final IdSequence targets =
            IdSequence.of(List.of(new int[] {6, 0, 3, 3, 1}, new int[] {}, new int[] {2, 5}));

    private static double negativeLogLikelihood(double[] all, int at, int target, double smoothing) {
        double normaliser = 0;
        for (int v = 0; v < CLASSES; v++) {
            normaliser += Math.exp(all[at + v]);
        }
        double loss = 0;
        for (int v = 0; v < CLASSES; v++) {
            double wanted = (v == target ? 1 - smoothing : 0) + smoothing / CLASSES;
            loss -= wanted * Math.log(Math.exp(all[at + v]) / normaliser);
        }
        return loss;
    }

    private double expected(double[] all, double smoothing) {
        double loss = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int step = 0; step < LENGTHS[row]; step++) {
                int position = row * STEPS + step;
                loss += negativeLogLikelihood(
                        all, position * CLASSES, targets.ids().at(position), smoothing);
            }
        }
        return loss;
    }

    private LossValue loss(double smoothing, Tensor values, Pass pass) {
        return value(new CrossEntropy(smoothing), Sequence.of(values, Lengths.of(LENGTHS)), targets, pass);
    }

    private static LossValue value(CrossEntropy loss, Sequence output, IdSequence target, Pass pass) {
        return new LossValue(loss.of(output, target, pass), loss.weight(target));
    }

    private double total(Engine engine, PassOptions options, double smoothing, double[] all) {
        try (Pass pass = engine.open(options)) {
            return loss(smoothing, pass.tensor(Shape.of(ROWS, STEPS, CLASSES), all), pass)
                    .total()
                    .item();
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void sumsTheNegativeLogLikelihoodOfRealSteps(Precision precision) {
        double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 1e-5; // 7 steps of rounding error
        try (Engine engine = Engines.of(precision)) {
            assertThat(total(engine, TRAINING, 0, scores)).isCloseTo(expected(scores, 0), within(tolerance));
            assertThat(total(engine, TRAINING, 0.3, scores)).isCloseTo(expected(scores, 0.3), within(tolerance));
        }
    }

    @Test
    void weighsByTheNumberOfRealSteps() {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            LossValue value = loss(0, pass.tensor(Shape.of(ROWS, STEPS, CLASSES), scores), pass);
            assertThat(value.weight()).isEqualTo(7);
            assertThat(value.mean().item()).isCloseTo(expected(scores, 0) / 7, within(1e-12));
        }
    }

    @Test
    void smoothingIsLeftOutOfJudging() {
        try (Engine engine = Engines.of(Precision.FLOAT64)) {
            assertThat(total(engine, PassOptions.inference(), 0.3, scores))
                    .isCloseTo(expected(scores, 0), within(1e-12));
        }
    }

    @Test
    void comparesWholeExamples() {
        int[] wanted = {4, 0, 6};
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            sum += negativeLogLikelihood(scores, row * CLASSES, wanted[row], 0.1);
        }
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Tensor values = pass.tensor(Shape.of(ROWS, CLASSES), Arrays.copyOf(scores, ROWS * CLASSES));
            LossValue value = value(new CrossEntropy(0.1), Sequence.vector(values), IdSequence.single(wanted), pass);
            assertThat(value.weight()).isEqualTo(ROWS);
            assertThat(value.total().item()).isCloseTo(sum, within(1e-12));
        }
    }

    @Test
    void itsGradientIsThatOfFiniteDifferences() {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Tensor values = pass.tensor(Shape.of(ROWS, STEPS, CLASSES), scores);
            Tensor total = loss(0.2, values, pass).total();
            double[] gradient =
                    engine.gradients(total, List.of(values)).of(values).toDoubles();
            double[] differences = FiniteDifferences.gradient(moved -> total(engine, TRAINING, 0.2, moved), scores);
            assertThat(gradient).containsExactly(differences, within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void paddingNeverChangesValueOrGradient(Precision precision) {
        double[] poisoned = scores.clone();
        for (int row = 0; row < ROWS; row++) {
            Arrays.fill(poisoned, (row * STEPS + LENGTHS[row]) * CLASSES, (row + 1) * STEPS * CLASSES, Double.NaN);
        }
        try (Engine engine = Engines.of(precision);
                Pass pass = engine.open(TRAINING)) {
            Tensor clean = pass.tensor(Shape.of(ROWS, STEPS, CLASSES), scores);
            Tensor dirty = pass.tensor(Shape.of(ROWS, STEPS, CLASSES), poisoned);
            Tensor cleanLoss = loss(0.1, clean, pass).total();
            Tensor dirtyLoss = loss(0.1, dirty, pass).total();
            assertThat(dirtyLoss.item()).isEqualTo(cleanLoss.item());
            assertThat(engine.gradients(dirtyLoss, List.of(dirty)).of(dirty).toDoubles())
                    .containsExactly(engine.gradients(cleanLoss, List.of(clean))
                            .of(clean)
                            .toDoubles());
        }
    }

    @Test
    void aBatchWithoutRealStepsWeighsNothing() {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            IdSequence none = IdSequence.of(List.of(new int[0], new int[0], new int[0]));
            Sequence empty = Sequence.of(pass.zeros(Shape.of(ROWS, 0, CLASSES)), Lengths.all(ROWS, 0));
            LossValue value = value(new CrossEntropy(0), empty, none, pass);
            assertThat(value.weight()).isZero();
            assertThat(value.mean().item()).isZero();
        }
    }

    @Test
    void refusesAnOutputThatIsNotAlignedWithItsTarget() {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Sequence longer = Sequence.of(
                    pass.tensor(Shape.of(ROWS, STEPS, CLASSES), scores), Lengths.of(LENGTHS[0], 1, LENGTHS[2]));
            assertThatThrownBy(() -> new CrossEntropy(0).of(longer, targets, pass))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[5, 1, 2]")
                    .hasMessageContaining("[5, 0, 2]");
        }
    }
}
