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
import org.junit.jupiter.params.provider.ValueSource;

final class BinaryTest {
    private static final int ROWS = 3;
    private static final int STEPS = 5;
    private static final int CLASSES = 7;
    private static final int[] LENGTHS = {5, 0, 2};
    private static final Shape SHAPE = Shape.of(ROWS, STEPS, CLASSES);
    private static final PassOptions TRAINING = PassOptions.training(RandomKey.of(1), 0, 1, 2);

    private final double[] scores =
            new Random(3).doubles(ROWS * STEPS * CLASSES, -3, 3).toArray();
    private final double[] sets =
            new Random(13).ints(ROWS * STEPS * CLASSES, 0, 2).asDoubleStream().toArray();

    /** −log σ(z) or −log(1 − σ(z)). */
    private static double term(double score, double holds, double positiveWeight) {
        double probability = 1 / (1 + Math.exp(-score));
        return holds == 1 ? -positiveWeight * Math.log(probability) : -Math.log(1 - probability);
    }

    private double expected(double positiveWeight) {
        double loss = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int at = row * STEPS * CLASSES; at < (row * STEPS + LENGTHS[row]) * CLASSES; at++) {
                loss += term(scores[at], sets[at], positiveWeight);
            }
        }
        return loss;
    }

    private static Sequence sequence(Tensor values) {
        return Sequence.of(values, Lengths.of(LENGTHS));
    }

    private double total(Engine engine, double positiveWeight, double[] all) {
        try (Pass pass = engine.open(TRAINING)) {
            Sequence target = sequence(engine.constant(SHAPE, sets));
            return new Binary(positiveWeight)
                    .of(sequence(pass.tensor(SHAPE, all)), target, pass)
                    .item();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5, 0.3})
    void sumsTheNegativeLogLikelihoodOfEveryClassOverRealSteps(double positiveWeight) {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Engine narrow = Engines.of(Precision.FLOAT32)) {
            double expected = expected(positiveWeight);
            assertThat(total(engine, positiveWeight, scores)).isCloseTo(expected, within(1e-12));
            assertThat(total(narrow, positiveWeight, scores))
                    .isCloseTo(expected, within(1e-4)); // 49 terms of rounding error, of a sum near 100
        }
    }

    @Test
    void weighsByTheNumberOfRealSteps() {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Binary loss = new Binary(3);
            assertThat(loss.weight(sequence(pass.tensor(SHAPE, sets)))).isEqualTo(7);
            assertThat(loss.weight(Sequence.vector(pass.zeros(Shape.of(ROWS, CLASSES)))))
                    .isEqualTo(ROWS);
        }
    }

    @Test
    void comparesWholeExamples() {
        double sum = 0;
        for (int at = 0; at < ROWS * CLASSES; at++) {
            sum += term(scores[at], sets[at], 2);
        }
        Shape shape = Shape.of(ROWS, CLASSES);
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Sequence output = Sequence.vector(pass.tensor(shape, Arrays.copyOf(scores, ROWS * CLASSES)));
            Sequence target = Sequence.vector(pass.tensor(shape, Arrays.copyOf(sets, ROWS * CLASSES)));
            assertThat(new Binary(2).of(output, target, pass).item()).isCloseTo(sum, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5})
    void itsGradientIsThatOfFiniteDifferences(double positiveWeight) {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Tensor values = pass.tensor(SHAPE, scores);
            Tensor total = new Binary(positiveWeight).of(sequence(values), sequence(pass.tensor(SHAPE, sets)), pass);
            double[] gradient =
                    engine.gradients(total, List.of(values)).of(values).toDoubles();
            double[] differences = FiniteDifferences.gradient(moved -> total(engine, positiveWeight, moved), scores);
            assertThat(gradient).containsExactly(differences, within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void noScoreIsTooLarge(Precision precision) {
        try (Engine engine = Engines.of(precision);
                Pass pass = engine.open(TRAINING)) {
            Shape shape = Shape.of(1, 5);
            Tensor values = pass.tensor(shape, 1009, 1009, -1009, -1009, 0);
            Tensor target = pass.tensor(shape, 1, 0, 1, 0, 1);
            Tensor total = new Binary(1).of(Sequence.vector(values), Sequence.vector(target), pass);
            assertThat(total.item())
                    .isCloseTo(2 * 1009 + Math.log(2), within(2e-4)); // float32 has 13 bits behind the point of 2018
            assertThat(engine.gradients(total, List.of(values)).of(values).toDoubles())
                    .containsExactly(new double[] {0, 1, -1, 0, -0.5}, within(0.0));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void paddingOfEitherSideNeverChangesValueOrGradient(Precision precision) {
        Binary loss = new Binary(2.5);
        try (Engine engine = Engines.of(precision);
                Pass pass = engine.open(TRAINING)) {
            Tensor clean = pass.tensor(SHAPE, scores);
            Tensor dirty = pass.tensor(SHAPE, poisoned(scores));
            Tensor cleanLoss = loss.of(sequence(clean), sequence(pass.tensor(SHAPE, sets)), pass);
            Tensor dirtyLoss = loss.of(sequence(dirty), sequence(pass.tensor(SHAPE, poisoned(sets))), pass);
            assertThat(dirtyLoss.item()).isEqualTo(cleanLoss.item());
            assertThat(engine.gradients(dirtyLoss, List.of(dirty)).of(dirty).toDoubles())
                    .containsExactly(engine.gradients(cleanLoss, List.of(clean))
                            .of(clean)
                            .toDoubles());
        }
    }

    private static double[] poisoned(double[] values) {
        double[] poisoned = values.clone();
        for (int row = 0; row < ROWS; row++) {
            Arrays.fill(poisoned, (row * STEPS + LENGTHS[row]) * CLASSES, (row + 1) * STEPS * CLASSES, Double.NaN);
        }
        return poisoned;
    }

    @Test
    void aBatchWithoutRealStepsWeighsNothing() {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Sequence empty = Sequence.of(pass.zeros(Shape.of(ROWS, 0, CLASSES)), Lengths.all(ROWS, 0));
            Binary loss = new Binary(1);
            LossValue value = new LossValue(loss.of(empty, empty, pass), loss.weight(empty));
            assertThat(value.weight()).isZero();
            assertThat(value.mean().item()).isZero();
        }
    }

    @Test
    void refusesATargetThatIsNotAlignedOrHoldsIds() {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Sequence output = sequence(pass.tensor(SHAPE, scores));
            Sequence fewer = Sequence.of(pass.zeros(Shape.of(ROWS, STEPS, 5)), Lengths.of(LENGTHS));
            assertThatThrownBy(() -> new Binary(1).of(output, fewer, pass))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("binary wants numbers")
                    .hasMessageContaining("[3, 5, 7]")
                    .hasMessageContaining("[3, 5, 5]");
            assertThatThrownBy(() -> new Binary(1).of(output, IdSequence.single(1, 2, 3), pass))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("got ids");
        }
    }
}
