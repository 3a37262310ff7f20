package dev.tendril.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Batch;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Averaging;
import dev.tendril.api.training.LossValue;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import dev.tendril.training.averaging.ExponentialParameters;
import dev.tendril.training.averaging.ExponentialProvider;
import dev.tendril.training.averaging.LastEpochsParameters;
import dev.tendril.training.averaging.LastEpochsProvider;
import dev.tendril.training.optimizer.SgdParameters;
import dev.tendril.training.optimizer.SgdProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five numbers on their way down ½ θ², with a kept copy of every value they had. */
final class AveragedTrainingTest {
    private static final int EPOCHS = 7;
    private static final int STEPS = 3;
    private static final double RATE = 0.1;
    private static final double ROUNDING = 1e-13;

    private Engine engine;
    private ParameterStore store;
    private Parameter theta;
    private Parameter unused;
    private final List<double[]> judged = new ArrayList<>();

    @BeforeEach
    void open() {
        engine = Engines.of(Precision.FLOAT64);
        store = engine.parameters(RandomKey.of(1));
        theta = store.create("theta", Shape.of(5), (shape, draw) -> new double[] {1, -2, 3, 0.5, -0.25});
        unused = store.create("unused", Shape.of(2), (shape, draw) -> new double[] {0.1, 0.7});
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** Trains with the values judged in {@code judged}; the last epoch is the best. */
    private void train(UpdateRule rule) {
        PlainModel model = new PlainModel(engine, store, (batch, pass) -> {
            Tensor loss = pass.attach(theta).square().sum().times(0.5);
            return List.of(new HeadLoss("only", 1, new LossValue(loss, 1)));
        });
        Judging judging = new Judging(
                cancellation -> {
                    judged.add(theta.toDoubles());
                    return Map.of("epoch", (double) judged.size());
                },
                "epoch",
                true,
                Optional.empty());
        Batch batch = new Batch(new long[1], Map.of());
        TrainingPlan plan = new TrainingPlan(
                epoch -> List.of(batch, batch, batch),
                Optional.empty(),
                EPOCHS,
                RandomKey.of(7),
                rule,
                judging,
                Optional.empty());
        Trainer.run(model, plan, event -> {}, new CancellationToken());
    }

    private static UpdateRule descent() {
        return UpdateRule.of(new SgdProvider().create(new SgdParameters(RATE, 0, false, 0)));
    }

    /** The first number after an update: it shrinks by the same share each time, whatever is averaged. */
    private static double value(int update) {
        return Math.pow(1 - RATE, update);
    }

    @Test
    void anExponentialMeanIsTheWeightedMeanOfTheValuesAfterEveryUpdate() {
        train(descent().averagedBy(new ExponentialProvider().create(new ExponentialParameters(0.7))));
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            double sum = 0;
            double weights = 0;
            for (int update = 1; update <= epoch * STEPS; update++) {
                double weight = Math.pow(0.7, epoch * STEPS - update);
                sum += weight * value(update);
                weights += weight;
            }
            assertAt(epoch, sum / weights);
        }
    }

    @Test
    void theMeanOfTheLastEpochsIsThatOfTheirLastValues() {
        train(descent().averagedBy(new LastEpochsProvider().create(new LastEpochsParameters(4))));
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            double sum = 0;
            int first = Math.max(1, epoch - 3);
            for (int each = first; each <= epoch; each++) {
                sum += value(each * STEPS);
            }
            assertAt(epoch, sum / (epoch - first + 1));
        }
    }

    /** What was judged, and at the end what the model holds. */
    private void assertAt(int epoch, double first) {
        double[] expected = {first, -2 * first, 3 * first, 0.5 * first, -0.25 * first};
        assertThat(judged.get(epoch - 1)).as("epoch %d", epoch).containsExactly(expected, within(ROUNDING));
        if (epoch == EPOCHS) {
            assertThat(theta.toDoubles()).containsExactly(expected, within(ROUNDING));
        }
    }

    @Test
    void aParameterThatNothingMovesIsItsOwnMean() {
        Averaging<?> last = new LastEpochsProvider().create(new LastEpochsParameters(3));
        ParameterGroup frozen = new ParameterGroup(List.of(new ParameterPattern("unused")), Optional.empty());
        train(descent().withGroups(List.of(frozen)).averagedBy(last));
        assertThat(unused.toDoubles()).containsExactly(0.1, 0.7);
    }

    @Test
    void aModelIsAsItWasIfJudgingFails() {
        Judging failing = Judging.byLoss(cancellation -> {
            throw new IllegalStateException("no power");
        });
        PlainModel model = new PlainModel(
                engine,
                store,
                (batch, pass) -> List.of(new HeadLoss(
                        "only",
                        1,
                        new LossValue(pass.attach(theta).square().sum().times(0.5), 1))));
        Batch batch = new Batch(new long[1], Map.of());
        TrainingPlan plan = new TrainingPlan(
                epoch -> List.of(batch, batch),
                Optional.empty(),
                1,
                RandomKey.of(7),
                descent().averagedBy(new ExponentialProvider().create(new ExponentialParameters(0.5))),
                failing,
                Optional.empty());
        assertThatThrownBy(() -> Trainer.run(model, plan, event -> {}, new CancellationToken()))
                .hasMessage("no power");
        assertThat(theta.toDoubles()[0]).as("the parameter, not its mean").isCloseTo(value(2), within(ROUNDING));
    }

    @Test
    void whatIsRememberedIsCounted() {
        UpdateRule momentum = UpdateRule.of(new SgdProvider().create(new SgdParameters(RATE, 0.9, false, 0)));
        assertThat(momentum.remembered(store, engine)).isEqualTo(7);
        assertThat(momentum.averagedBy(new ExponentialProvider().create(new ExponentialParameters(0.5)))
                        .remembered(store, engine))
                .isEqualTo(7 + 7);
        assertThat(momentum.averagedBy(new LastEpochsProvider().create(new LastEpochsParameters(4)))
                        .remembered(store, engine))
                .isEqualTo(7 + 4 * 7);
    }
}
