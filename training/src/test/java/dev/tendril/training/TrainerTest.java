package dev.tendril.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Batch;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Evaluator;
import dev.tendril.api.training.LossValue;
import dev.tendril.api.training.Schedule;
import dev.tendril.api.training.TrainableModel;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.api.training.TrainingListener;
import dev.tendril.training.clipping.NormClippingParameters;
import dev.tendril.training.clipping.NormClippingProvider;
import dev.tendril.training.loss.MeanLoss;
import dev.tendril.training.optimizer.AdamParameters;
import dev.tendril.training.optimizer.AdamProvider;
import dev.tendril.training.optimizer.SgdParameters;
import dev.tendril.training.optimizer.SgdProvider;
import dev.tendril.training.schedule.WarmupParameters;
import dev.tendril.training.schedule.WarmupProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TrainerTest {
    private Engine engine;
    private ParameterStore store;
    private final Recorder recorder = new Recorder();
    private final CancellationToken token = new CancellationToken();

    @BeforeEach
    void open() {
        engine = Engines.of(Precision.FLOAT64);
        store = engine.parameters(RandomKey.of(1));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Parameter parameter(String path, double... values) {
        return store.create(path, Shape.of(values.length), (shape, draw) -> values.clone());
    }

    private static UpdateRule sgd(double rate) {
        return UpdateRule.of(new SgdProvider().create(new SgdParameters(rate, 0, false, 0)));
    }

    private static UpdateRule decaying(double rate) {
        return UpdateRule.of(new SgdProvider().create(new SgdParameters(rate, 0, false, 0.1)));
    }

    /** A batch whose rows hold one number each. */
    private Batch numbers(double... values) {
        Tensor tensor = engine.constant(Shape.of(values.length, 1), values);
        return new Batch(new long[values.length], Map.of("x", Sequence.vector(tensor)));
    }

    private static Tensor numbersOf(Batch batch) {
        return ((Sequence) Objects.requireNonNull(batch.fields().get("x"))).values();
    }

    /** Σ over rows of (p − x)², and its gradient 2 (p − mean) in the mean. */
    private static LossValue distance(Tensor p, Batch batch, Pass pass) {
        Tensor total = pass.attach(p).minus(numbersOf(batch)).square().sum();
        return new LossValue(total, batch.size());
    }

    private PlainModel towards(Parameter p) {
        return new PlainModel(
                engine, store, (batch, pass) -> List.of(new HeadLoss("only", 1, distance(p, batch, pass))));
    }

    private static Judging scripted(Double... losses) {
        Iterator<Double> next = List.of(losses).iterator();
        return Judging.byLoss(cancellation -> Map.of("loss", next.next()));
    }

    private TrainingPlan plan(UpdateRule rule, Judging judging, int epochs, Batch... batches) {
        return new TrainingPlan(
                epoch -> List.of(batches), Optional.empty(), epochs, RandomKey.of(7), rule, judging, Optional.empty());
    }

    private TrainingEvent.Finished train(TrainableModel model, TrainingPlan plan) {
        return Trainer.run(model, plan, recorder, token);
    }

    @Test
    void everyStepIsTheEquationOfThePlan() {
        Parameter p = parameter("p", 10);
        PlainModel model = new PlainModel(
                engine,
                store,
                (batch, pass) -> List.of(
                        new HeadLoss("near", 0.5, distance(p, batch, pass)),
                        new HeadLoss("far", 2, distance(pass.attach(p).times(3), batch, pass))));
        UpdateRule rule = sgd(0.02)
                .clippedBy(new NormClippingProvider().create(new NormClippingParameters(310)))
                .scheduledBy(new WarmupProvider().create(new WarmupParameters(3)));
        double[][] data = {{1, 2, 6}, {5}};
        Batch[] batches = {numbers(data[0]), numbers(data[1])};
        train(model, plan(rule, scripted(3.0, 2.0), 2, batches));

        double theta = 10;
        for (int step = 1; step <= 4; step++) {
            double loss = 0;
            double gradient = 0;
            double[] xs = data[(step - 1) % 2];
            for (double x : xs) {
                loss += (0.5 * (theta - x) * (theta - x) + 2 * (3 * theta - x) * (3 * theta - x)) / xs.length;
                gradient += (0.5 * 2 * (theta - x) + 2 * 6 * (3 * theta - x)) / xs.length;
            }
            TrainingEvent.Stepped stepped =
                    recorder.of(TrainingEvent.Stepped.class).get(step - 1);
            double rate = 0.02 * Math.min(1, step / 3.0);
            assertThat(stepped.step()).isEqualTo(step);
            assertThat(stepped.epoch()).isEqualTo((step + 1) / 2);
            assertThat(stepped.loss()).isCloseTo(loss, within(1e-9));
            assertThat(stepped.gradientNorm()).isCloseTo(Math.abs(gradient), within(1e-9));
            assertThat(stepped.clipped()).isEqualTo(Math.abs(gradient) > 310);
            assertThat(stepped.learningRate()).isCloseTo(rate, within(1e-15));
            theta -= rate * gradient * Math.min(1, 310 / Math.abs(gradient));
        }
        assertThat(p.item()).isCloseTo(theta, within(1e-12));
        assertThat(recorder.of(TrainingEvent.Stepped.class))
                .as("the bound is tried on both sides")
                .hasSize(4)
                .extracting(TrainingEvent.Stepped::clipped)
                .contains(true, false);
    }

    @Test
    void theTrainingLossOfAnEpochCountsEveryRealStepAlike() {
        Parameter p = parameter("p", 10);
        train(towards(p), plan(sgd(1e-300), scripted(1.0), 1, numbers(1, 2, 6), numbers(5)));
        double mean = (81 + 64 + 16 + 25) / 4.0;
        assertThat(recorder.of(TrainingEvent.EpochEnded.class).get(0).trainingLoss())
                .isCloseTo(mean, within(1e-9));
    }

    @Test
    void saysWhatHappensInOrder() {
        Parameter p = parameter("p", 10, 20);
        train(towards(p), plan(sgd(0.1), scripted(3.0, 4.0), 2, numbers(1), numbers(2)));
        assertThat(recorder.all().map(event -> event.getClass().getSimpleName()))
                .containsExactly(
                        "Started", "Stepped", "Stepped", "EpochEnded", "Stepped", "Stepped", "EpochEnded", "Finished");
        assertThat(recorder.of(TrainingEvent.Started.class)).containsExactly(new TrainingEvent.Started(2, 2, 2));
        assertThat(recorder.of(TrainingEvent.Finished.class))
                .containsExactly(new TrainingEvent.Finished(TrainingEvent.Reason.EPOCHS, 1));
        assertThat(recorder.of(TrainingEvent.EpochEnded.class))
                .extracting(TrainingEvent.EpochEnded::best)
                .containsExactly(true, false);
    }

    @Test
    void theModelHoldsTheParametersOfTheBestEpoch() {
        Parameter p = parameter("p", 10);
        List<Double> judged = new ArrayList<>();
        double[] accuracies = {0.2, 0.7, 0.7, 0.1};
        Evaluator evaluator = cancellation -> {
            judged.add(p.item());
            return Map.of("loss", (double) judged.size(), "accuracy", accuracies[judged.size() - 1]);
        };
        Judging judging = new Judging(evaluator, "accuracy", true, Optional.empty());
        TrainingEvent.Finished finished = train(towards(p), plan(sgd(0.1), judging, 4, numbers(1)));
        assertThat(finished).isEqualTo(new TrainingEvent.Finished(TrainingEvent.Reason.EPOCHS, 2));
        assertThat(judged).doesNotHaveDuplicates();
        assertThat(p.item()).isEqualTo(judged.get(1));
    }

    @Test
    void stopsOnceTheWatchedMetricNoLongerImproves() {
        Parameter p = parameter("p", 10);
        Judging judging = scripted(5.0, 4.0, 4.5, 4.0, 1.0);
        Judging impatient =
                new Judging(judging.evaluator(), judging.metric(), false, Optional.of(new EarlyStopping(2, 0)));
        TrainingEvent.Finished finished = train(towards(p), plan(sgd(0.1), impatient, 9, numbers(1)));
        assertThat(finished).isEqualTo(new TrainingEvent.Finished(TrainingEvent.Reason.EARLY_STOPPING, 2));
        assertThat(recorder.of(TrainingEvent.EpochEnded.class)).hasSize(4);
    }

    @Test
    void cancellingBeforeAnEpochEndsKeepsTheParametersAsTheyAre() {
        Parameter p = parameter("p", 10);
        TrainingListener cancelling = event -> {
            recorder.onEvent(event);
            if (event instanceof TrainingEvent.Stepped) {
                token.cancel();
            }
        };
        TrainingEvent.Finished finished =
                Trainer.run(towards(p), plan(sgd(0.1), scripted(), 3, numbers(1), numbers(2)), cancelling, token);
        assertThat(finished).isEqualTo(new TrainingEvent.Finished(TrainingEvent.Reason.CANCELLED, 0));
        assertThat(recorder.of(TrainingEvent.Stepped.class)).hasSize(1);
        assertThat(p.item()).isCloseTo(10 - 0.1 * 2 * 9, within(1e-12));
    }

    @Test
    void cancellingLaterPutsTheBestParametersInPlace() {
        Parameter p = parameter("p", 10);
        List<Double> judged = new ArrayList<>();
        Judging judging = Judging.byLoss(cancellation -> {
            judged.add(p.item());
            if (judged.size() == 3) {
                token.cancel();
                cancellation.throwIfCancelled();
            }
            return Map.of("loss", (double) judged.size());
        });
        TrainingEvent.Finished finished = train(towards(p), plan(sgd(0.1), judging, 9, numbers(1)));
        assertThat(finished).isEqualTo(new TrainingEvent.Finished(TrainingEvent.Reason.CANCELLED, 1));
        assertThat(p.item()).isEqualTo(judged.get(0));
    }

    @Test
    void aCancellationThatIsNotTheCallersIsAFailure() {
        Judging judging = Judging.byLoss(cancellation -> {
            throw new CancellationException("someone else's");
        });
        assertThatThrownBy(() -> train(towards(parameter("p", 10)), plan(sgd(0.1), judging, 1, numbers(1))))
                .isInstanceOf(CancellationException.class)
                .hasMessage("someone else's");
    }

    @Test
    void aLossThatIsNotFiniteStopsTheRunAndNamesHeadAndStep() {
        Parameter p = parameter("p", 10);
        assertThatThrownBy(() ->
                        train(towards(p), plan(sgd(0.1), scripted(), 1, numbers(1), numbers(Double.NaN), numbers(2))))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("step 2 (epoch 1, batch 2)")
                .hasMessageContaining("head 'only' is NaN");
        assertThat(p.item()).isCloseTo(10 - 0.1 * 2 * 9, within(1e-12));
    }

    /** √p at 0 has the value 0 and an infinite gradient. */
    private PlainModel steepAtZero(Parameter flat, Parameter steep) {
        return new PlainModel(engine, store, (batch, pass) -> {
            Tensor value = pass.attach(steep)
                    .times(numbersOf(batch))
                    .sqrt()
                    .plus(pass.attach(flat).square())
                    .sum();
            return List.of(new HeadLoss("only", 1, new LossValue(value, 1)));
        });
    }

    @Test
    void aGradientThatIsNotFiniteStopsTheRunAndNamesParameterAndStep() {
        Parameter flat = parameter("flat", 3);
        Parameter steep = parameter("encoder.steep", 4);
        assertThatThrownBy(() -> train(
                        steepAtZero(flat, steep), plan(sgd(0.1), scripted(), 1, numbers(1), numbers(0), numbers(1))))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("step 2")
                .hasMessageContaining("gradient of parameter encoder.steep has 1 numbers that are not finite among 1");
        assertThat(flat.item()).isCloseTo(3 - 0.1 * 6, within(1e-12));
    }

    @Test
    void skippingLeavesTheBatchOutAndGoesOn() {
        Parameter p = parameter("p", 10);
        UpdateRule rule = sgd(0.1).onNonFinite(NonFinitePolicy.SKIP);
        train(towards(p), plan(rule, scripted(1.0), 1, numbers(1), numbers(Double.NaN), numbers(2)));
        double afterFirst = 10 - 0.1 * 2 * (10 - 1);
        assertThat(p.item()).isCloseTo(afterFirst - 0.1 * 2 * (afterFirst - 2), within(1e-12));
        assertThat(recorder.of(TrainingEvent.Stepped.class))
                .extracting(TrainingEvent.Stepped::step)
                .containsExactly(1L, 2L);
    }

    @Test
    void anEpochThatIsLeftOutAsAWholeIsAFailure() {
        UpdateRule rule = sgd(0.1).onNonFinite(NonFinitePolicy.SKIP);
        assertThatThrownBy(() -> train(towards(parameter("p", 10)), plan(rule, scripted(1.0), 1, numbers(Double.NaN))))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("no update was made in epoch 1");
    }

    @Test
    void headsWithoutRealStepsOrWeightTeachNothing() {
        Parameter p = parameter("p", 10);
        PlainModel model = new PlainModel(engine, store, (batch, pass) -> {
            LossValue broken = new LossValue(pass.attach(p).times(Double.NaN).sum(), 0);
            LossValue mute = new LossValue(pass.attach(p).times(Double.NaN).sum(), 1);
            return List.of(
                    new HeadLoss("empty", 1, broken),
                    new HeadLoss("mute", 0, mute),
                    new HeadLoss("only", 1, distance(p, batch, pass)));
        });
        train(model, plan(sgd(0.1), scripted(1.0), 1, numbers(1)));
        assertThat(p.item()).isCloseTo(10 - 0.1 * 2 * 9, within(1e-12));
        assertThat(recorder.of(TrainingEvent.EpochEnded.class).get(0).trainingLoss())
                .isCloseTo(81, within(1e-9));
    }

    @Test
    void aBatchWithoutRealStepsMakesNoUpdate() {
        Parameter p = parameter("p", 10);
        PlainModel model = new PlainModel(engine, store, (batch, pass) -> {
            LossValue value = distance(p, batch, pass);
            boolean empty = numbersOf(batch).item() == 0;
            return List.of(new HeadLoss("only", 1, new LossValue(value.total(), empty ? 0 : 1)));
        });
        train(model, plan(decaying(0.1), scripted(1.0), 1, numbers(0), numbers(1), numbers(0)));
        assertThat(recorder.of(TrainingEvent.Stepped.class)).hasSize(1);
        assertThat(p.item()).isCloseTo(10 - 0.1 * (2 * 9 + 0.1 * 10), within(1e-12));
    }

    @Test
    void aParameterThatTheLossDoesNotReachIsLeftAlone() {
        Parameter p = parameter("p", 10);
        Parameter other = parameter("other", 3, 4);
        train(towards(p), plan(decaying(0.1), scripted(1.0), 1, numbers(1)));
        assertThat(other.toDoubles()).containsExactly(3, 4);
        assertThat(other.version()).isLessThan(p.version());
    }

    @Test
    void aWatchedMetricThatIsNotJudgedIsNamed() {
        Judging judging = new Judging(cancellation -> Map.of("loss", 1.0), "acuracy", true, Optional.empty());
        assertThatThrownBy(() -> train(towards(parameter("p", 10)), plan(sgd(0.1), judging, 1, numbers(1))))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("'acuracy'")
                .hasMessageContaining("[loss]");
    }

    @Test
    void anEmptySplitIsAFailure() {
        assertThatThrownBy(() -> train(towards(parameter("p", 10)), plan(sgd(0.1), scripted(), 1)))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("the training split is empty");
    }

    @Test
    void aScheduleHearsWhereTrainingStandsAndHowLongItIs() {
        List<Schedule.Progress> heard = new ArrayList<>();
        UpdateRule rule = sgd(0.1).scheduledBy(progress -> {
            heard.add(progress);
            return 1;
        });
        train(towards(parameter("p", 10)), plan(rule, scripted(3.0, 2.0), 2, numbers(1), numbers(2)));
        assertThat(heard)
                .containsExactly(
                        new Schedule.Progress(1, 1, 4, List.of()),
                        new Schedule.Progress(2, 1, 4, List.of()),
                        new Schedule.Progress(3, 2, 4, List.of(3.0)),
                        new Schedule.Progress(4, 2, 4, List.of(3.0)));
    }

    @Test
    void aScheduleThatTurnsTheLearningRateIsRefused() {
        UpdateRule rule = sgd(0.1).scheduledBy(progress -> progress.step() == 2 ? -1 : 1);
        assertThatThrownBy(() -> train(towards(parameter("p", 10)), plan(rule, scripted(), 1, numbers(1), numbers(1))))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("step 2")
                .hasMessageContaining("-1.0");
    }

    @Test
    void anExceptionOfTheListenerEndsTheRun() {
        TrainingListener failing = event -> {
            throw new IllegalStateException("full");
        };
        assertThatThrownBy(() -> Trainer.run(
                        towards(parameter("p", 10)), plan(sgd(0.1), scripted(), 1, numbers(1)), failing, token))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");
    }

    @Test
    void tokensAreRealStepsOfEveryField() {
        Parameter p = parameter("p", 10);
        IdSequence source = IdSequence.of(List.of(new int[] {1, 2, 3}, new int[] {}));
        IdSequence target = IdSequence.of(List.of(new int[] {1, 2}, new int[] {4, 5}));
        Batch batch = new Batch(
                new long[2],
                Map.of(
                        "x",
                        Sequence.vector(engine.constant(Shape.of(2, 1), 1, 2)),
                        "source",
                        source,
                        "target",
                        target,
                        "label",
                        IdSequence.single(0, 1)));
        train(towards(p), plan(sgd(0.1), scripted(1.0), 1, batch));
        assertThat(recorder.of(TrainingEvent.Stepped.class).get(0).tokens()).isEqualTo(7);
    }

    @Test
    void aRecurrentModelLearns() {
        try (Engine single = Engines.of(Precision.FLOAT32)) {
            Echo model = new Echo(single, 3);
            EpochBatches batches = Echo.batches(13);
            List<Batch> held = Echo.batches(2).of(1);
            Evaluator evaluator = cancellation -> {
                MeanLoss mean = MeanLoss.over(model, held, cancellation);
                return Map.of(MeanLoss.LOSS, mean.value(), MeanLoss.PERPLEXITY, mean.perplexity("echo"));
            };
            UpdateRule rule = UpdateRule.of(new AdamProvider().create(new AdamParameters(0.02, 0.9, 0.999, 1e-8)));
            TrainingPlan plan = new TrainingPlan(
                    batches, Optional.empty(), 20, RandomKey.of(5), rule, Judging.byLoss(evaluator), Optional.empty());
            Trainer.run(model, plan, recorder, token);
            Map<String, Double> last =
                    recorder.of(TrainingEvent.EpochEnded.class).get(19).metrics();
            assertThat(last.get(MeanLoss.PERPLEXITY)).isLessThan(1.1); // guessing: 5
        }
    }
}
