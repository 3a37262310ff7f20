package dev.tendril.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Batch;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.LossValue;
import dev.tendril.api.training.TrainableModel;
import dev.tendril.api.training.TrainableModel.HeadLoss;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.training.clipping.NormClippingParameters;
import dev.tendril.training.clipping.NormClippingProvider;
import dev.tendril.training.optimizer.SgdParameters;
import dev.tendril.training.optimizer.SgdProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch in shards teaches what the whole batch teaches, up to rounding. */
final class ShardedTrainingTest {
    private static final double RATE = 0.02;

    private final Recorder recorder = new Recorder();
    private final CancellationToken token = new CancellationToken();
    private Engine engine;
    private ParameterStore store;

    @BeforeEach
    void open() {
        engine = Engines.of(Precision.FLOAT64);
        store = engine.parameters(RandomKey.of(1));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static UpdateRule sgd(int shards) {
        return UpdateRule.of(new SgdProvider().create(new SgdParameters(RATE, 0, false, 0)))
                .inShards(shards);
    }

    private void train(TrainableModel model, UpdateRule rule, Batch... batches) {
        Judging judging = Judging.byLoss(cancellation -> Map.of("loss", 1.0));
        TrainingPlan plan = new TrainingPlan(
                epoch -> List.of(batches), Optional.empty(), 1, RandomKey.of(7), rule, judging, Optional.empty());
        Trainer.run(model, plan, recorder, token);
    }

    private Parameter parameter(String path, double value) {
        return store.create(path, Shape.of(1), (shape, draw) -> new double[] {value});
    }

    private Batch numbers(double... values) {
        Tensor tensor = engine.constant(Shape.of(values.length, 1), values);
        long[] examples = LongStream.range(0, values.length).toArray();
        return new Batch(examples, Map.of("x", Sequence.vector(tensor)));
    }

    private static Tensor numbersOf(Batch batch) {
        return ((Sequence) Objects.requireNonNull(batch.fields().get("x"))).values();
    }

    /** Σ (p − x)². */
    private static Tensor distance(Parameter p, Batch batch, Pass pass) {
        return pass.attach(p).minus(numbersOf(batch)).square().sum();
    }

    /** A recurrent model that draws noise, on sequences of 0 to 6 tokens, two steps. */
    private List<double[]> echo(int shards) {
        Echo model = new Echo(engine, 3);
        UpdateRule clipped = sgd(shards).clippedBy(new NormClippingProvider().create(new NormClippingParameters(0.1)));
        train(model, clipped, Echo.batches(2).of(1).toArray(Batch[]::new));
        return model.parameters().parameters().stream().map(Tensor::toDoubles).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 20})
    void aModelWithNoiseMovesAsIfTheBatchWereInOnePiece(int shards) {
        List<double[]> whole = echo(1);
        List<double[]> sharded = echo(shards);
        for (int index = 0; index < whole.size(); index++) {
            assertThat(sharded.get(index)).containsExactly(whole.get(index), within(1e-13)); // of numbers up to 1
        }
        List<TrainingEvent.Stepped> steps = recorder.of(TrainingEvent.Stepped.class);
        assertThat(steps).hasSize(4);
        for (int step = 0; step < 2; step++) {
            assertThat(steps.get(step).clipped()).isTrue();
            assertThat(steps.get(step + 2).loss()).isCloseTo(steps.get(step).loss(), within(1e-13));
            assertThat(steps.get(step + 2).gradientNorm())
                    .isCloseTo(steps.get(step).gradientNorm(), within(1e-13));
            assertThat(steps.get(step + 2).tokens()).isEqualTo(steps.get(step).tokens());
        }
        List<TrainingEvent.EpochEnded> epochs = recorder.of(TrainingEvent.EpochEnded.class);
        assertThat(epochs.get(1).trainingLoss()).isCloseTo(epochs.get(0).trainingLoss(), within(1e-13));
    }

    @Test
    void theBatchesOfThatModelHaveShardsOfDifferentNumbersOfRealSteps() {
        Shards shards = Shards.of(Echo.batches(2).of(1).get(0), 3);
        assertThat(IntStream.range(0, 3).mapToLong(shard -> Tokens.of(shards.shard(shard, engine))))
                .doesNotHaveDuplicates();
    }

    /** One head weighs every row alike, the other by its number, which is 0 for most rows; each has a parameter of its own. */
    private PlainModel twoHeads(Parameter even, Parameter weighed) {
        return new PlainModel(engine, store, (batch, pass) -> {
            Tensor x = pass.attach(numbersOf(batch));
            Tensor far =
                    pass.attach(weighed).times(3).minus(x).square().times(x).sum();
            return List.of(
                    new HeadLoss("even", 0.5, new LossValue(distance(even, batch, pass), batch.size())),
                    new HeadLoss("weighed", 2, new LossValue(far, x.sum().item())));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 9})
    void meansOfEveryHeadAreOverTheWholeBatch(int shards) {
        Parameter even = parameter("even", 10);
        Parameter weighed = parameter("weighed", 4);
        double[] xs = {0, 0, 0, 5, 0, 1, 0};
        train(twoHeads(even, weighed), sgd(shards), numbers(xs));

        double mean = Arrays.stream(xs).sum() / xs.length;
        assertThat(even.item()).isCloseTo(10 - RATE * 0.5 * 2 * (10 - mean), within(1e-12));
        double gradient = 2 * 6 * (5 * (12 - 5) + (12 - 1)) / 6.0;
        assertThat(weighed.item()).isCloseTo(4 - RATE * gradient, within(1e-12));
        double squares = Arrays.stream(xs).map(x -> (10 - x) * (10 - x)).sum();
        double loss = 0.5 * squares / xs.length + 2 * (5 * 7 * 7 + 11 * 11) / 6.0;
        assertThat(recorder.of(TrainingEvent.Stepped.class).get(0).loss()).isCloseTo(loss, within(1e-12));
        assertThat(recorder.of(TrainingEvent.EpochEnded.class).get(0).trainingLoss())
                .isCloseTo(loss, within(1e-12));
    }

    @Test
    void aBatchWhoseLastShardHasNoRealStepStillTeaches() {
        Parameter p = parameter("p", 10);
        PlainModel model = new PlainModel(engine, store, (batch, pass) -> {
            Tensor x = pass.attach(numbersOf(batch));
            Tensor total = pass.attach(p).minus(x).square().times(x).sum();
            return List.of(new HeadLoss("only", 1, new LossValue(total, x.sum().item())));
        });
        UpdateRule clipped = sgd(3).clippedBy(new NormClippingProvider().create(new NormClippingParameters(1)));
        train(model, clipped, numbers(2, 0, 0), numbers(0, 0, 0));
        assertThat(p.item()).isCloseTo(10 - RATE, within(1e-12)); // the gradient 2 (10 − 2) is cut to 1
        assertThat(recorder.of(TrainingEvent.Stepped.class)).hasSize(1);
    }

    @Test
    void thePassOfAShardIsClosedBeforeTheNextOneOpens() {
        Parameter p = parameter("p", 10);
        List<Tensor> earlier = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        PlainModel model = new PlainModel(engine, store, (batch, pass) -> {
            if (pass.training()) {
                earlier.forEach(tensor -> assertThatThrownBy(tensor::item).hasMessageContaining("is closed"));
                sizes.add(batch.size());
            }
            Tensor total = distance(p, batch, pass);
            earlier.add(total);
            return List.of(new HeadLoss("only", 1, new LossValue(total, batch.size())));
        });
        train(model, sgd(4), numbers(1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertThat(sizes).containsExactly(2, 2, 2, 3);
    }

    @Test
    void aLossThatIsNotFiniteInOneShardMovesNothing() {
        Parameter p = parameter("p", 10);
        PlainModel model = new PlainModel(
                engine,
                store,
                (batch, pass) -> List.of(new HeadLoss("only", 1, new LossValue(distance(p, batch, pass), 1))));
        Batch bad = numbers(1, Double.NaN, 3);
        assertThatThrownBy(() -> train(model, sgd(3), bad))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("step 1 (epoch 1, batch 1): the loss of head 'only' is NaN");
        assertThat(p.item()).isEqualTo(10);
        train(model, sgd(3).onNonFinite(NonFinitePolicy.SKIP), bad, numbers(10, 10, 10));
        assertThat(recorder.of(TrainingEvent.Stepped.class)).hasSize(1);
        assertThat(p.item()).isEqualTo(10);
    }

    @Test
    void cancellingBetweenTwoShardsMovesNothing() {
        Parameter p = parameter("p", 10);
        PlainModel model = new PlainModel(engine, store, (batch, pass) -> {
            pass.cancellation().throwIfCancelled();
            if (pass.training()) {
                token.cancel();
            }
            return List.of(new HeadLoss("only", 1, new LossValue(distance(p, batch, pass), batch.size())));
        });
        train(model, sgd(2), numbers(1, 2, 3));
        assertThat(recorder.of(TrainingEvent.Finished.class))
                .extracting(TrainingEvent.Finished::reason)
                .containsExactly(TrainingEvent.Reason.CANCELLED);
        assertThat(recorder.of(TrainingEvent.Stepped.class)).isEmpty();
        assertThat(p.item()).isEqualTo(10);
    }

    @Test
    void fewerThanOneShardIsRefused() {
        assertThatThrownBy(() -> sgd(0)).hasMessage("shards is 0, want at least 1");
    }
}
