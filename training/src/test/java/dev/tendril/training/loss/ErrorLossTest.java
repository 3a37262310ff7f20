package dev.tendril.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;
import dev.tendril.api.training.LossValue;
import dev.tendril.training.Engines;
import dev.tendril.training.FiniteDifferences;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ErrorLossTest {
    private static final int ROWS = 3;
    private static final int STEPS = 5;
    private static final int FEATURES = 7;
    private static final int[] LENGTHS = {5, 0, 2};
    private static final double DELTA = 0.7;
    private static final Shape SHAPE = Shape.of(ROWS, STEPS, FEATURES);
    private static final PassOptions TRAINING = PassOptions.training(RandomKey.of(1), 0, 1, 2);

    private final double[] predicted =
            new Random(3).doubles(ROWS * STEPS * FEATURES, -2, 2).toArray();
    private final double[] wanted =
            new Random(13).doubles(ROWS * STEPS * FEATURES, -2, 2).toArray();

    /** A loss beside its penalty of an error. */
    private record Kind(String name, Loss loss, DoubleUnaryOperator penalty) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind("mse", new MseProvider().create(new NoParameters()), error -> error * error),
                new Kind("mae", new MaeProvider().create(new NoParameters()), Math::abs),
                new Kind("huber", new HuberProvider().create(new HuberParameters(DELTA)), ErrorLossTest::huber));
    }

    private static double huber(double error) {
        double size = Math.abs(error);
        return size <= DELTA ? size * size / 2 : DELTA * size - DELTA * DELTA / 2;
    }

    private double expected(Kind kind) {
        double loss = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int step = 0; step < LENGTHS[row]; step++) {
                double sum = 0;
                for (int feature = 0; feature < FEATURES; feature++) {
                    int at = (row * STEPS + step) * FEATURES + feature;
                    sum += kind.penalty().applyAsDouble(predicted[at] - wanted[at]);
                }
                loss += sum / FEATURES;
            }
        }
        return loss;
    }

    private static Sequence sequence(Tensor values) {
        return Sequence.of(values, Lengths.of(LENGTHS));
    }

    private static double total(Engine engine, Kind kind, double[] output, double[] target) {
        try (Pass pass = engine.open(TRAINING)) {
            Sequence predicted = sequence(pass.tensor(SHAPE, output));
            return kind.loss()
                    .of(predicted, sequence(engine.constant(SHAPE, target)), pass)
                    .item();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isTheMeanPenaltyOfAStepSummedOverRealSteps(Kind kind) {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Engine narrow = Engines.of(Precision.FLOAT32)) {
            assertThat(total(engine, kind, predicted, wanted)).isCloseTo(expected(kind), within(1e-12));
            assertThat(total(narrow, kind, predicted, wanted))
                    .isCloseTo(expected(kind), within(1e-5)); // 49 terms of rounding error
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void weighsByTheNumberOfRealSteps(Kind kind) {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            assertThat(kind.loss().weight(sequence(pass.tensor(SHAPE, wanted)))).isEqualTo(7);
            assertThat(kind.loss().weight(Sequence.vector(pass.zeros(Shape.of(ROWS, FEATURES)))))
                    .isEqualTo(ROWS);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void comparesWholeExamples(Kind kind) {
        double sum = 0;
        for (int at = 0; at < ROWS * FEATURES; at++) {
            sum += kind.penalty().applyAsDouble(predicted[at] - wanted[at]) / FEATURES;
        }
        Shape shape = Shape.of(ROWS, FEATURES);
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Sequence output = Sequence.vector(pass.tensor(shape, Arrays.copyOf(predicted, ROWS * FEATURES)));
            Sequence target = Sequence.vector(pass.tensor(shape, Arrays.copyOf(wanted, ROWS * FEATURES)));
            assertThat(kind.loss().of(output, target, pass).item()).isCloseTo(sum, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itsGradientIsThatOfFiniteDifferences(Kind kind) {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Tensor values = pass.tensor(SHAPE, predicted);
            Tensor total = kind.loss().of(sequence(values), sequence(pass.tensor(SHAPE, wanted)), pass);
            double[] gradient =
                    engine.gradients(total, List.of(values)).of(values).toDoubles();
            double[] differences = FiniteDifferences.gradient(moved -> total(engine, kind, moved, wanted), predicted);
            assertThat(gradient).containsExactly(differences, within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPredictionThatIsRightHasNoGradient(Kind kind) {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Tensor values = pass.tensor(SHAPE, wanted);
            Tensor total = kind.loss().of(sequence(values), sequence(pass.tensor(SHAPE, wanted)), pass);
            assertThat(total.item()).isZero();
            assertThat(Arrays.stream(
                            engine.gradients(total, List.of(values)).of(values).toDoubles()))
                    .allMatch(each -> each == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void paddingOfEitherSideNeverChangesValueOrGradient(Kind kind) {
        for (Precision precision : Precision.values()) {
            try (Engine engine = Engines.of(precision);
                    Pass pass = engine.open(TRAINING)) {
                Tensor clean = pass.tensor(SHAPE, predicted);
                Tensor dirty = pass.tensor(SHAPE, poisoned(predicted));
                Tensor cleanLoss = kind.loss().of(sequence(clean), sequence(pass.tensor(SHAPE, wanted)), pass);
                Tensor dirtyLoss =
                        kind.loss().of(sequence(dirty), sequence(pass.tensor(SHAPE, poisoned(wanted))), pass);
                assertThat(dirtyLoss.item()).isEqualTo(cleanLoss.item());
                assertThat(engine.gradients(dirtyLoss, List.of(dirty)).of(dirty).toDoubles())
                        .containsExactly(engine.gradients(cleanLoss, List.of(clean))
                                .of(clean)
                                .toDoubles());
            }
        }
    }

    private static double[] poisoned(double[] values) {
        double[] poisoned = values.clone();
        for (int row = 0; row < ROWS; row++) {
            Arrays.fill(poisoned, (row * STEPS + LENGTHS[row]) * FEATURES, (row + 1) * STEPS * FEATURES, Double.NaN);
        }
        return poisoned;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aBatchWithoutRealStepsWeighsNothing(Kind kind) {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Sequence empty = Sequence.of(pass.zeros(Shape.of(ROWS, 0, FEATURES)), Lengths.all(ROWS, 0));
            LossValue value = new LossValue(
                    kind.loss().of(empty, empty, pass), kind.loss().weight(empty));
            assertThat(value.weight()).isZero();
            assertThat(value.mean().item()).isZero();
        }
    }

    @Test
    void refusesAnOutputThatIsNotAlignedWithItsTarget() {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(TRAINING)) {
            Sequence target = sequence(pass.tensor(SHAPE, wanted));
            Sequence longer = Sequence.of(pass.tensor(SHAPE, predicted), Lengths.of(LENGTHS[0], 1, LENGTHS[2]));
            assertThatThrownBy(
                            () -> new MseProvider().create(new NoParameters()).of(longer, target, pass))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("mse wants numbers")
                    .hasMessageContaining("[5, 1, 2]")
                    .hasMessageContaining("[5, 0, 2]");
            assertThatThrownBy(() -> new HuberProvider()
                            .create(new HuberParameters(1))
                            .of(longer, IdSequence.single(1, 2, 3), pass))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("huber wants numbers as target, got ids");
        }
    }
}
