package dev.tendril.benchmarks.deeplearning4j;

import static dev.tendril.benchmarks.workload.Size.LENGTH;

import dev.tendril.benchmarks.child.Fastest;
import dev.tendril.benchmarks.child.Implementation;
import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.workload.Assignment;
import java.util.List;

/** Deeplearning4j. Trained with targets as ids and as rows of zeros and a one; the faster is timed. */
public final class Deeplearning4j implements Implementation {
    /** Called by the contestant's process. */
    public Deeplearning4j() {}

    @Override
    public Task prepare(Assignment assignment) {
        return switch (assignment.workload().computation()) {
            case LANGUAGE_MODEL ->
                Fastest.of(List.of(
                        new Fastest.Way(TrainingTask.sparse(assignment), "targets as ids", () -> {}),
                        new Fastest.Way(TrainingTask.dense(assignment), "targets as rows", () -> {})));
            case SCORES -> new ScoresTask(LanguageModel.dense(assignment), Ids.read(assignment));
            case NEXT_TOKEN ->
                new NextTokenTask(LanguageModel.dense(assignment), Ids.read(assignment), assignment.get(LENGTH));
            default -> throw new IllegalArgumentException("Deeplearning4j has no part in " + assignment.workload());
        };
    }
}
