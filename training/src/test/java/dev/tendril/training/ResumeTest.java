package dev.tendril.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.TendrilException;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.training.Averaging;
import dev.tendril.api.training.Evaluator;
import dev.tendril.api.training.Optimizer;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.training.averaging.ExponentialParameters;
import dev.tendril.training.averaging.ExponentialProvider;
import dev.tendril.training.averaging.LastEpochsParameters;
import dev.tendril.training.averaging.LastEpochsProvider;
import dev.tendril.training.checkpoint.CheckpointPolicy;
import dev.tendril.training.clipping.NormClippingParameters;
import dev.tendril.training.clipping.NormClippingProvider;
import dev.tendril.training.loss.MeanLoss;
import dev.tendril.training.optimizer.AdamParameters;
import dev.tendril.training.optimizer.AdamProvider;
import dev.tendril.training.optimizer.SgdParameters;
import dev.tendril.training.optimizer.SgdProvider;
import dev.tendril.training.schedule.WarmupParameters;
import dev.tendril.training.schedule.WarmupProvider;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that was stopped, at any step and in any way, and resumed gives the bits of one that never stopped. */
final class ResumeTest {
    private static final int BATCHES = 5;
    private static final int EPOCHS = 3;

    @TempDir
    private Path folder;

    /** The death of the process: nothing is saved on the way out. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * How a run ended.
     *
     * @param finished the last event, if it was not killed
     * @param parameters by path
     * @param work steps and epochs
     */
    private record Outcome(
            Optional<TrainingEvent.Finished> finished,
            Map<String, List<Double>> parameters,
            List<TrainingEvent> work) {}

    /** What happens after a step. */
    private interface Fate {
        void after(long step, CancellationToken token);
    }

    /**
     * What is run.
     *
     * @param window steps of a window, if batches are learnt window by window
     */
    private record Setting(Precision precision, UpdateRule rule, Optional<Integer> window) {
        static Setting of(UpdateRule rule) {
            return new Setting(Precision.FLOAT32, rule, Optional.empty());
        }
    }

    /** Every step for one setting; for the others one inside an epoch, one at its end, and one at the end of the run. */
    private static Stream<Arguments> settings() {
        Optimizer<?> plain = new SgdProvider().create(new SgdParameters(0.1, 0, false, 0));
        Optimizer<?> momentum = new SgdProvider().create(new SgdParameters(0.1, 0.9, true, 0.001));
        Optimizer<?> adam = new AdamProvider().create(new AdamParameters(0.01, 0.9, 0.999, 1e-8));
        List<Integer> every = IntStream.rangeClosed(1, BATCHES * EPOCHS).boxed().toList();
        List<Integer> some = List.of(3, 2 * BATCHES, BATCHES * EPOCHS);
        return Stream.of(
                Arguments.of(Setting.of(rule(plain)), some),
                Arguments.of(Setting.of(rule(momentum)), some),
                Arguments.of(Setting.of(rule(adam)), every),
                Arguments.of(Setting.of(rule(adam).inShards(3)), some),
                Arguments.of(Setting.of(rule(adam).averagedBy(exponential())), every),
                Arguments.of(Setting.of(rule(momentum).averagedBy(lastEpochs())), every),
                Arguments.of(Setting.of(rule(adam).withGroups(groups(momentum)).averagedBy(lastEpochs())), some),
                Arguments.of(
                        new Setting(Precision.FLOAT32, rule(adam).averagedBy(lastEpochs()), Optional.of(2)),
                        List.of(1, 2, 3, 5, 11, 23)),
                Arguments.of(new Setting(Precision.FLOAT32, rule(adam), Optional.of(2)), List.of(1, 2, 3, 5, 11, 23)),
                Arguments.of(new Setting(Precision.FLOAT64, rule(adam), Optional.empty()), some));
    }

    private static UpdateRule rule(Optimizer<?> optimizer) {
        return UpdateRule.of(optimizer)
                .clippedBy(new NormClippingProvider().create(new NormClippingParameters(0.5)))
                .scheduledBy(new WarmupProvider().create(new WarmupParameters(7)));
    }

    private static Averaging<?> exponential() {
        return new ExponentialProvider().create(new ExponentialParameters(0.8));
    }

    private static Averaging<?> lastEpochs() {
        return new LastEpochsProvider().create(new LastEpochsParameters(2));
    }

    private static List<ParameterGroup> groups(Optimizer<?> optimizer) {
        return List.of(
                new ParameterGroup(List.of(new ParameterPattern("cell")), Optional.of(optimizer)),
                new ParameterGroup(List.of(new ParameterPattern("embedding")), Optional.empty()));
    }

    private static Outcome run(Setting setting, Optional<CheckpointPolicy> policy, long seed, Fate fate) {
        CancellationToken token = new CancellationToken();
        Recorder recorder = new Recorder();
        try (Engine engine = Engines.of(setting.precision())) {
            Echo model = new Echo(engine, seed);
            Evaluator evaluator = cancellation -> Map.of(
                    "loss",
                    MeanLoss.over(model, Echo.batches(2).of(1), cancellation).value());
            TrainingPlan plan = new TrainingPlan(
                    Echo.batches(BATCHES),
                    setting.window(),
                    EPOCHS,
                    RandomKey.of(9),
                    setting.rule(),
                    Judging.byLoss(evaluator),
                    policy);
            Optional<TrainingEvent.Finished> finished = Optional.empty();
            try {
                finished = Optional.of(Trainer.run(
                        model,
                        plan,
                        event -> {
                            recorder.onEvent(event);
                            if (event instanceof TrainingEvent.Stepped stepped) {
                                fate.after(stepped.step(), token);
                            }
                        },
                        token));
            } catch (Death killed) {
                assertThat(finished).isEmpty();
            }
            Map<String, List<Double>> parameters = new LinkedHashMap<>();
            for (Parameter parameter : model.parameters().parameters()) {
                parameters.put(
                        parameter.path(),
                        Arrays.stream(parameter.toDoubles()).boxed().toList());
            }
            return new Outcome(finished, parameters, recorder.work());
        }
    }

    private Optional<CheckpointPolicy> fresh(int at) {
        return Optional.of(new CheckpointPolicy(folder.resolve("run" + at), 2, 2, false));
    }

    private Optional<CheckpointPolicy> resumed(int at) {
        return Optional.of(new CheckpointPolicy(folder.resolve("run" + at), 2, 2, true));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void cancellingAtAnyStepAndResumingChangesNoBit(Setting setting, List<Integer> stops) {
        Outcome whole = run(setting, Optional.empty(), 3, (step, token) -> {});
        for (int stop : stops) {
            Outcome first = run(setting, fresh(stop), 3, (step, token) -> {
                if (step == stop) {
                    token.cancel();
                }
            });
            assertThat(first.finished().orElseThrow().reason()).isEqualTo(TrainingEvent.Reason.CANCELLED);
            Outcome second = run(setting, resumed(stop), 1000 + stop, (step, token) -> {});
            assertThat(Stream.concat(first.work().stream(), second.work().stream()))
                    .as("stopped at step %d", stop)
                    .containsExactlyElementsOf(whole.work());
            assertThat(second.parameters()).isEqualTo(whole.parameters());
            assertThat(second.finished()).isEqualTo(whole.finished());
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void beingKilledAtAnyStepAndResumingChangesNoBit(Setting setting, List<Integer> stops) {
        Outcome whole = run(setting, Optional.empty(), 3, (step, token) -> {});
        for (int stop : stops) {
            if (stop % 2 == 0 && stops.size() > 3) {
                continue; // saved just then: the run that is cancelled shows the same
            }
            Outcome first = run(setting, fresh(stop), 3, (step, token) -> {
                if (step == stop) {
                    throw new Death();
                }
            });
            assertThat(first.finished()).isEmpty();
            Outcome second = run(setting, resumed(stop), 3, (step, token) -> {});
            assertThat(second.parameters()).as("killed at step %d", stop).isEqualTo(whole.parameters());
            assertThat(whole.work()).endsWith(second.work().toArray(TrainingEvent[]::new));
            assertThat(second.finished()).isEqualTo(whole.finished());
        }
    }

    @Test
    void resumingARunThatIsDoneTrainsNoMore() {
        UpdateRule adam = rule(new AdamProvider().create(new AdamParameters(0.01, 0.9, 0.999, 1e-8)));
        Outcome whole = run(Setting.of(adam), fresh(0), 3, (step, token) -> {});
        Outcome again = run(Setting.of(adam), resumed(0), 4, (step, token) -> {});
        assertThat(again.work()).isEmpty();
        assertThat(again.parameters()).isEqualTo(whole.parameters());
        assertThat(again.finished()).isEqualTo(whole.finished());
    }

    @Test
    void anotherOptimiserIsRefused() {
        UpdateRule adam = rule(new AdamProvider().create(new AdamParameters(0.01, 0.9, 0.999, 1e-8)));
        UpdateRule momentum = rule(new SgdProvider().create(new SgdParameters(0.1, 0.9, false, 0)));
        run(Setting.of(adam), fresh(0), 3, (step, token) -> {});
        assertThatThrownBy(() -> run(Setting.of(momentum), resumed(0), 3, (step, token) -> {}))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("another model, optimiser or averaging")
                .hasMessageContaining("embedding.table#1");
    }

    @Test
    void anotherAveragingIsRefused() {
        UpdateRule plain = rule(new SgdProvider().create(new SgdParameters(0.1, 0, false, 0)));
        run(Setting.of(plain.averagedBy(exponential())), fresh(0), 3, (step, token) -> {});
        assertThatThrownBy(() -> run(Setting.of(plain), resumed(0), 3, (step, token) -> {}))
                .hasMessageContaining(
                        "it remembers [embedding.table, cell.U, cell.W, output.U], for which the averaging"
                                + " has no use");
        assertThatThrownBy(() -> run(Setting.of(plain.averagedBy(lastEpochs())), resumed(0), 3, (step, token) -> {}))
                .hasMessageContaining("it has no state of averaging embedding.table#0");
        run(Setting.of(plain), fresh(1), 3, (step, token) -> {});
        assertThatThrownBy(() -> run(Setting.of(plain.averagedBy(exponential())), resumed(1), 3, (step, token) -> {}))
                .hasMessageContaining("it has no mean of parameter embedding.table");
    }
}
