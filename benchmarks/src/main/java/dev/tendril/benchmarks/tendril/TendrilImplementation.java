package dev.tendril.benchmarks.tendril;

import static dev.tendril.benchmarks.workload.Size.BATCH;
import static dev.tendril.benchmarks.workload.Size.CLASSES;
import static dev.tendril.benchmarks.workload.Size.LENGTH;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Value;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Shape;
import dev.tendril.benchmarks.child.Implementation;
import dev.tendril.benchmarks.child.RandomIds;
import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.loop.FusedAdamTask;
import dev.tendril.benchmarks.loop.PeakTask;
import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.runtime.Tendril;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Tendril, and the loops it is measured by. Plugins are looked for in the folder that the property {@value #PLUGINS} names, if it is set.
 */
public final class TendrilImplementation implements Implementation {
    /** Names the folder of plugins. */
    public static final String PLUGINS = "tendril.benchmarks.plugins";

    private static final long INPUT = 1;
    private static final long TARGET = 2;

    /** Called by the contestant's process. */
    public TendrilImplementation() {}

    @Override
    public Task prepare(Assignment assignment) {
        return switch (assignment.workload().computation()) {
            case LANGUAGE_MODEL ->
                TrainingTask.of(models(assignment).languageModel(), Map.of(Models.TEXT, said(assignment)));
            case CLASSIFIER ->
                TrainingTask.of(
                        models(assignment).classifier(),
                        Map.of(Models.TEXT, read(assignment), Models.LABEL, labels(assignment)));
            case ATTENTION -> TrainingTask.of(models(assignment).attention(), sourceAndTarget(assignment));
            case TRANSFORMER -> TrainingTask.of(models(assignment).transformer(), sourceAndTarget(assignment));
            case SCORES -> new ScoresTask(models(assignment).scores(), read(assignment));
            case NEXT_TOKEN ->
                new NextTokenTask(
                        models(assignment).scores(), read(assignment).ids().toArray());
            case UPDATE -> update(assignment);
            case PEAK -> new PeakTask(assignment.threads());
        };
    }

    /** An update as one loop, where the variant names no optimiser. */
    private static Task update(Assignment assignment) {
        if (!assignment.chosen().component().isEmpty()) {
            return UpdateTask.of(models(assignment).updated());
        }
        try (Tendril tendril = tendril(assignment)) {
            Models models = new Models(tendril, assignment);
            int parameters = Math.toIntExact(models.languageModel().parameters().elements());
            return new FusedAdamTask(parameters, assignment.threads());
        }
    }

    private static Models models(Assignment assignment) {
        return new Models(tendril(assignment), assignment);
    }

    private static Tendril tendril(Assignment assignment) {
        Tendril.Builder builder = Tendril.builder().threads(assignment.threads());
        String plugins = System.getProperty(PLUGINS);
        if (plugins != null) {
            builder.plugins(Path.of(plugins));
        }
        return builder.build();
    }

    private static Map<String, Value> sourceAndTarget(Assignment assignment) {
        return Map.of(Models.SOURCE, read(assignment), Models.TARGET, said(assignment));
    }

    /** What a model reads. */
    private static IdSequence read(Assignment assignment) {
        return sequences(INPUT, assignment, assignment.get(LENGTH));
    }

    /** What a decoder is to say: one token less than it takes steps, since the last says the end. */
    private static IdSequence said(Assignment assignment) {
        return sequences(TARGET, assignment, assignment.get(LENGTH) - 1);
    }

    private static IdSequence sequences(long seed, Assignment assignment, int length) {
        int batch = assignment.get(BATCH);
        int[] ids = RandomIds.draw(seed, assignment.get(VOCABULARY), (long) batch * length);
        return new IdSequence(Ids.of(Shape.of(batch, length), ids), List.of(Lengths.all(batch, length)));
    }

    private static IdSequence labels(Assignment assignment) {
        return IdSequence.single(RandomIds.draw(TARGET, assignment.get(CLASSES), assignment.get(BATCH)));
    }
}
