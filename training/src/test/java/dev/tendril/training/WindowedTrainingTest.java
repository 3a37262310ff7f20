package dev.tendril.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Batch;
import dev.tendril.api.layer.Windowed.Window;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.TrainableModel.WindowLosses;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.training.optimizer.SgdParameters;
import dev.tendril.training.optimizer.SgdProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Truncated back-propagation through time: an update a window, the state carried on, no gradient across. */
final class WindowedTrainingTest {
    private static final UpdateRule RULE = UpdateRule.of(new SgdProvider().create(new SgdParameters(0.1, 0, false, 0)));

    @Test
    void aWindowOfTheWholeBatchIsAnOrdinaryUpdate() {
        assertThat(trained(Optional.of(6)).parameters())
                .isEqualTo(trained(Optional.empty()).parameters());
    }

    @Test
    void thereIsAnUpdateForEveryWindowOfTheLongestRow() {
        List<TrainingEvent.Stepped> steps = trained(Optional.of(2)).steps();
        int windows = Echo.batches(3).of(1).stream()
                .mapToInt(batch -> (Echo.ids(batch, "source").shape().size(1) + 1) / 2)
                .sum();
        assertThat(steps).hasSize(windows);
        assertThat(trained(Optional.of(2)).promised()).isEqualTo(windows);
        long tokens = Echo.batches(3).of(1).stream().mapToLong(Tokens::of).sum();
        assertThat(steps.stream().mapToLong(TrainingEvent.Stepped::tokens).sum())
                .isEqualTo(tokens);
    }

    @Test
    void theStateIsCarriedFromWindowToWindow() {
        try (Engine engine = Engines.of(Precision.FLOAT64);
                Pass pass = engine.open(PassOptions.inference())) {
            Echo model = new Echo(engine, 3);
            Batch batch = Echo.batches(1).of(1).get(0);
            double whole = model.losses(batch, pass).get(0).value().total().item();
            double carried = 0;
            double afresh = 0;
            Map<String, List<Tensor>> state = Map.of();
            for (int from = 0; from < model.windowedSteps(batch); from += 2) {
                Window window = new Window(from, Math.min(model.windowedSteps(batch), from + 2));
                WindowLosses losses = model.losses(batch, window, state, pass);
                state = losses.carried();
                carried += losses.heads().get(0).value().total().item();
                afresh += model.losses(batch, window, Map.of(), pass)
                        .heads()
                        .get(0)
                        .value()
                        .total()
                        .item();
            }
            assertThat(carried).isCloseTo(whole, within(1e-12));
            assertThat(Math.abs(afresh - whole)).isGreaterThan(1e-6);
        }
    }

    @Test
    void windowsAndShardsExcludeEachOther() {
        assertThatThrownBy(() -> plan(Optional.of(2), RULE.inShards(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("windows of 2 steps in 2 shards, want at least 1 step and no shards");
    }

    private record Trained(int promised, List<TrainingEvent.Stepped> steps, List<List<Double>> parameters) {}

    private static Trained trained(Optional<Integer> window) {
        List<TrainingEvent.Stepped> steps = new ArrayList<>();
        int[] promised = new int[1];
        try (Engine engine = Engines.of(Precision.FLOAT32)) {
            Echo model = new Echo(engine, 3);
            Trainer.run(
                    model,
                    plan(window, RULE),
                    event -> {
                        if (event instanceof TrainingEvent.Stepped step) {
                            steps.add(step);
                        } else if (event instanceof TrainingEvent.Started started) {
                            promised[0] = started.batchesPerEpoch();
                        }
                    },
                    new CancellationToken());
            return new Trained(
                    promised[0],
                    steps,
                    model.parameters().parameters().stream()
                            .map(WindowedTrainingTest::numbers)
                            .toList());
        }
    }

    private static TrainingPlan plan(Optional<Integer> window, UpdateRule rule) {
        return new TrainingPlan(
                Echo.batches(3),
                window,
                1,
                RandomKey.of(9),
                rule,
                Judging.byLoss(cancellation -> Map.of("loss", 0.0)),
                Optional.empty());
    }

    private static List<Double> numbers(Parameter parameter) {
        return Arrays.stream(parameter.toDoubles()).boxed().toList();
    }
}
