package dev.tendril.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Batch;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.LossValue;
import dev.tendril.api.training.Optimizer;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.training.clipping.NormClippingParameters;
import dev.tendril.training.clipping.NormClippingProvider;
import dev.tendril.training.optimizer.SgdParameters;
import dev.tendril.training.optimizer.SgdProvider;
import dev.tendril.training.schedule.WarmupParameters;
import dev.tendril.training.schedule.WarmupProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model of three numbers with the loss ½ (a² + 4 b² + 9 c²) + a b + b c, whose gradients stand in plain loops here. */
final class ParameterGroupsTest {
    private static final int EPOCHS = 5;
    private static final double ROUNDING = 1e-13;

    private Engine engine;
    private ParameterStore store;
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void open() {
        engine = Engines.of(Precision.FLOAT64);
        store = engine.parameters(RandomKey.of(1));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static Optimizer<?> sgd(double rate, double momentum, double weightDecay) {
        return new SgdProvider().create(new SgdParameters(rate, momentum, false, weightDecay));
    }

    private static ParameterGroup group(Optimizer<?> optimizer, String... patterns) {
        return new ParameterGroup(patterns(patterns), Optional.of(optimizer));
    }

    private static ParameterGroup frozen(String... patterns) {
        return new ParameterGroup(patterns(patterns), Optional.empty());
    }

    private static List<ParameterPattern> patterns(String... texts) {
        return List.of(texts).stream().map(ParameterPattern::new).toList();
    }

    private double[] train(UpdateRule rule) {
        Parameter a = number("node.a", 1);
        Parameter b = number("node.inner.b", -0.5);
        Parameter c = number("other.c", 0.3);
        PlainModel model = new PlainModel(engine, store, (batch, pass) -> {
            Tensor square = pass.attach(a).square().plus(pass.attach(b).square().times(4));
            Tensor product = pass.attach(a).times(b).plus(pass.attach(b).times(c));
            Tensor loss =
                    square.plus(pass.attach(c).square().times(9)).times(0.5).plus(product);
            return List.of(new HeadLoss("only", 1, new LossValue(loss.sum(), 1)));
        });
        Trainer.run(model, plan(rule, EPOCHS), recorder, new CancellationToken());
        return new double[] {a.item(), b.item(), c.item()};
    }

    /** Epochs of one update each; the last is the best. */
    private TrainingPlan plan(UpdateRule rule, int epochs) {
        Batch batch = new Batch(new long[1], Map.of());
        return new TrainingPlan(
                epoch -> List.of(batch),
                Optional.empty(),
                epochs,
                RandomKey.of(7),
                rule,
                new Judging(
                        cancellation -> Map.of("epoch", (double) recorder.work().size()),
                        "epoch",
                        true,
                        Optional.empty()),
                Optional.empty());
    }

    private Parameter number(String path, double value) {
        return store.create(path, Shape.of(1), (shape, draw) -> new double[] {value});
    }

    private static double[] gradient(double[] x) {
        return new double[] {x[0] + x[1], 4 * x[1] + x[0] + x[2], 9 * x[2] + x[1]};
    }

    @Test
    void everyGroupIsMovedByItsOwnRule() {
        UpdateRule rule = UpdateRule.of(sgd(0.1, 0, 0))
                .scheduledBy(new WarmupProvider().create(new WarmupParameters(3)))
                .withGroups(List.of(group(sgd(0.02, 0.9, 0.3), "**.b"), group(sgd(0.05, 0, 0), "other")));
        double[] trained = train(rule);

        double[] x = {1, -0.5, 0.3};
        double velocity = 0;
        for (int step = 1; step <= EPOCHS; step++) {
            double factor = Math.min(1, step / 3.0);
            double[] g = gradient(x);
            velocity = 0.9 * velocity + g[1] + 0.3 * x[1];
            x[0] -= 0.1 * factor * g[0];
            x[1] -= 0.02 * factor * velocity;
            x[2] -= 0.05 * factor * g[2];
            assertThat(recorder.of(TrainingEvent.Stepped.class).get(step - 1).learningRate())
                    .as("that of the rule for all others")
                    .isCloseTo(0.1 * factor, within(ROUNDING));
        }
        assertThat(trained).containsExactly(x, within(ROUNDING));
    }

    @Test
    void aFrozenGroupKeepsItsValuesAndItsGradientsDoNotCount() {
        UpdateRule rule = UpdateRule.of(sgd(0.1, 0, 0))
                .clippedBy(new NormClippingProvider().create(new NormClippingParameters(0.7)))
                .withGroups(List.of(frozen("node.inner", "other")));
        double[] trained = train(rule);

        double a = 1;
        for (TrainingEvent.Stepped step : recorder.of(TrainingEvent.Stepped.class)) {
            double g = a - 0.5;
            assertThat(step.gradientNorm()).isCloseTo(Math.abs(g), within(ROUNDING));
            a -= 0.1 * g;
        }
        assertThat(trained).containsExactly(new double[] {a, -0.5, 0.3}, within(ROUNDING));
        assertThat(trained[1]).isEqualTo(-0.5);
        assertThat(trained[2]).isEqualTo(0.3);
    }

    @Test
    void theFirstGroupThatNamesAParameterHasIt() {
        UpdateRule rule =
                UpdateRule.of(sgd(0.1, 0, 0)).withGroups(List.of(frozen("**.a"), group(sgd(0.02, 0, 0), "node")));
        double[] trained = train(rule);
        assertThat(trained[0]).isEqualTo(1);
        assertThat(trained[1]).isNotEqualTo(-0.5);
    }

    /** The gradient by each of two parameters is the other, as it was before the update. */
    @Test
    void gradientsThatAreParametersAreThoseBeforeTheUpdate() {
        Parameter a = number("a", 3);
        Parameter b = number("b", 5);
        PlainModel model = new PlainModel(
                engine,
                store,
                (batch, pass) -> List.of(new HeadLoss(
                        "only", 1, new LossValue(pass.attach(a).times(b).sum(), 1))));
        UpdateRule rule = UpdateRule.of(sgd(0.1, 0, 0)).withGroups(List.of(group(sgd(0.01, 0, 0), "a")));
        Trainer.run(model, plan(rule, 1), recorder, new CancellationToken());
        assertThat(a.item()).isCloseTo(3 - 0.01 * 5, within(ROUNDING));
        assertThat(b.item()).isCloseTo(5 - 0.1 * 3, within(ROUNDING));
    }

    @Test
    void aGroupWithoutParametersIsRefused() {
        UpdateRule nowhere = UpdateRule.of(sgd(0.1, 0, 0)).withGroups(List.of(frozen("encoder")));
        assertThatThrownBy(() -> train(nowhere))
                .isInstanceOf(TendrilException.class)
                .hasMessage(
                        "the group of [encoder] has no parameter of its own; there are [node.a, node.inner.b, other.c]");
    }

    @Test
    void aGroupWhoseParametersAnEarlierOneHasIsRefused() {
        UpdateRule twice =
                UpdateRule.of(sgd(0.1, 0, 0)).withGroups(List.of(frozen("node"), group(sgd(0.1, 0, 0), "**.b")));
        assertThatThrownBy(() -> train(twice))
                .hasMessage("the group of [**.b] has no parameter of its own; there are [other.c]");
    }

    @Test
    void aModelThatIsFrozenWhollyIsRefused() {
        assertThatThrownBy(() -> train(UpdateRule.of(sgd(0.1, 0, 0)).withGroups(List.of(frozen("**")))))
                .hasMessage("no parameter is trained: the groups leave none that an optimiser moves");
    }
}
