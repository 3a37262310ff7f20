package dev.tendril.benchmarks.tendril;

import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.FEED_FORWARD;
import static dev.tendril.benchmarks.workload.Size.HEADS;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.tensor.Precision;
import dev.tendril.benchmarks.child.Implementation;
import dev.tendril.benchmarks.child.RandomIds;
import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Size;
import dev.tendril.benchmarks.workload.Workload;
import dev.tendril.runtime.Tendril;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Training of several models on batches of several sizes and of unequal lengths: a step is one of every model on every batch. It also
 * makes an array that no pool knows, so that it can be seen that such an array is found.
 */
public final class RaggedTraining implements Implementation {
    /** Elements of the array that no pool knows. */
    public static final int PLANTED = 1100;

    /** With these rows even one step of a batch has more than 1 KB of numbers. */
    private static final Map<Size, Integer> SIZES =
            Map.of(VOCABULARY, 43, EMBEDDING, 37, HIDDEN, 34, LAYERS, 1, HEADS, 2, FEED_FORWARD, 41);

    private static final List<List<Integer>> BATCHES =
            List.of(List.of(7, 3, 1, 6, 6, 2, 7, 5, 4), List.of(5, 5, 5, 5, 5, 5, 5, 5));

    private volatile byte[] planted = {}; // so that it is not optimised away

    /** Called by the process that records. */
    public RaggedTraining() {}

    @Override
    public Task prepare(Assignment assignment) {
        Tendril tendril = Tendril.builder()
                .threads(assignment.threads())
                .precision(Precision.FLOAT64) // in plain loops, which need no long warm-up
                .build();
        BenchmarkModel wrapped = models(tendril, Workload.W7, 1).languageModel();
        BenchmarkModel attention = models(tendril, Workload.W6, 1).attention();
        BenchmarkModel transformer = models(tendril, Workload.W4, 0).transformer();
        BenchmarkModel classifier = models(tendril, Workload.W3, 0).classifier();
        List<Task> tasks = new ArrayList<>();
        for (List<Integer> lengths : BATCHES) {
            Value text = sequences(lengths);
            Value labels = IdSequence.single(new int[lengths.size()]);
            Map<String, Value> pair = Map.of(Models.SOURCE, text, Models.TARGET, sequences(lengths));
            tasks.add(TrainingTask.of(wrapped, Map.of(Models.TEXT, text)));
            tasks.add(TrainingTask.of(attention, pair));
            tasks.add(TrainingTask.of(transformer, pair));
            tasks.add(TrainingTask.of(classifier, Map.of(Models.TEXT, text, Models.LABEL, labels)));
        }
        return new AllOf(tasks, tendril);
    }

    private static Models models(Tendril tendril, Workload workload, int variant) {
        return new Models(
                tendril, new Assignment(workload, variant, workload.sizes().withKnown(SIZES), 1));
    }

    private static IdSequence sequences(List<Integer> lengths) {
        return IdSequence.of(IntStream.range(0, lengths.size())
                .mapToObj(row -> RandomIds.draw(row, SIZES.getOrDefault(VOCABULARY, 1), lengths.get(row)))
                .toList());
    }

    /** A step of each. */
    private final class AllOf implements Task {
        private final List<Task> tasks;
        private final Tendril tendril;

        AllOf(List<Task> tasks, Tendril tendril) {
            this.tasks = tasks;
            this.tendril = tendril;
        }

        @Override
        public void step() {
            tasks.forEach(Task::step);
            planted = new byte[PLANTED];
        }

        @Override
        public long parameters() {
            return planted.length;
        }

        @Override
        public void close() {
            tendril.close();
        }
    }
}
