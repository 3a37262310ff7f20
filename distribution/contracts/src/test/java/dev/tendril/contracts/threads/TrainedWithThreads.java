package dev.tendril.contracts.threads;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Batch;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.ThreadWork;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.nlp.batching.EncodedDataSet;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.model.ModelParts;
import dev.tendril.runtime.model.ModelTraining;
import dev.tendril.runtime.model.RuntimeModel;
import dev.tendril.training.Judging;
import dev.tendril.training.Trainer;
import dev.tendril.training.TrainingPlan;
import dev.tendril.training.UpdateRule;
import dev.tendril.training.clipping.NormClippingParameters;
import dev.tendril.training.clipping.NormClippingProvider;
import dev.tendril.training.optimizer.AdamParameters;
import dev.tendril.training.optimizer.AdamProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model file that was trained for 50 steps in 4 shards, clipped by norm, on ragged batches of 61, 1 and 5 rows in turn.
 *
 * @param weights that came of it
 * @param steps what was heard of every step
 * @param work of each thread
 */
record TrainedWithThreads(Weights weights, List<TrainingEvent.Stepped> steps, List<ThreadWork> work) {
    static final int STEPS = 50;
    private static final List<Integer> SIZES = List.of(61, 1, 5);
    private static final int SHARDS = 4;

    /** Trains with so many threads. */
    static TrainedWithThreads of(Path file, int threads) {
        try (Tendril tendril = Tendril.builder().threads(threads).build()) {
            RuntimeModel model = (RuntimeModel)
                    tendril.train(file, TrainOptions.defaults()).model(); // one step, for fields and parameters
            ModelParts parts = model.parts();
            EncodedDataSet data = EncodedDataSet.read(
                    tendril.data(model, "validation", Path.of(""), LoadOptions.none()),
                    parts.fields().encoders(List.of()),
                    parts.engine(),
                    new CancellationToken());
            List<TrainingEvent.Stepped> steps = new ArrayList<>();
            Trainer.run(
                    new ModelTraining(parts),
                    plan(data),
                    event -> {
                        if (event instanceof TrainingEvent.Stepped step) {
                            steps.add(step);
                        }
                    },
                    new CancellationToken());
            return new TrainedWithThreads(
                    Weights.of(parts.parameters()), steps, tendril.engine().work());
        }
    }

    private static TrainingPlan plan(EncodedDataSet data) {
        List<Batch> batches =
                IntStream.range(0, STEPS).mapToObj(step -> batch(data, step)).toList();
        UpdateRule rule = UpdateRule.of(new AdamProvider().create(new AdamParameters(0.002, 0.9, 0.999, 1e-8)))
                .clippedBy(new NormClippingProvider().create(new NormClippingParameters(1)))
                .inShards(SHARDS);
        return new TrainingPlan(
                epoch -> batches,
                Optional.empty(),
                1,
                RandomKey.of(7),
                rule,
                Judging.byLoss(cancellation -> Map.of("loss", 0.0)),
                Optional.empty());
    }

    private static Batch batch(EncodedDataSet data, int step) {
        int size = SIZES.get(step % SIZES.size());
        return data.batch(IntStream.range(0, size)
                .map(row -> (step * 7 + row) % data.size())
                .toArray());
    }

    /** Threads that computed anything. */
    long busyThreads() {
        return work.stream().filter(thread -> thread.parts() > 0).count();
    }

    /** Steps of rows in the loops of recurrences, of all threads. */
    long rows() {
        return work.stream().mapToLong(ThreadWork::rows).sum();
    }

    /** Those of all threads but the caller. */
    long helpersRows() {
        return work.stream().skip(1).mapToLong(ThreadWork::rows).sum();
    }
}
