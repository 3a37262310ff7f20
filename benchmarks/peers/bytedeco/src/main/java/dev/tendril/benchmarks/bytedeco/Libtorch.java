package dev.tendril.benchmarks.bytedeco;

import static dev.tendril.benchmarks.workload.Size.LENGTH;

import dev.tendril.benchmarks.child.Fastest;
import dev.tendril.benchmarks.child.Implementation;
import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.workload.Assignment;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.global.torch;

/** libtorch. Each workload with oneDNN and without, and single tokens with either kind of LSTM; the fastest is timed. */
public final class Libtorch implements Implementation {
    /** Called by the contestant's process. */
    public Libtorch() {}

    @Override
    public Task prepare(Assignment assignment) {
        torch.set_num_threads(assignment.threads());
        torch.manual_seed(1);
        return Fastest.of(tasks(assignment).stream().flatMap(Libtorch::ways).toList());
    }

    private static List<Task> tasks(Assignment assignment) {
        return switch (assignment.workload().computation()) {
            case LANGUAGE_MODEL -> List.of(new TrainingTask(LanguageModel.training(assignment)));
            case CLASSIFIER -> List.of(new TrainingTask(Classifier.training(assignment)));
            case ATTENTION -> List.of(new TrainingTask(AttentionModel.training(assignment)));
            case TRANSFORMER -> List.of(new TrainingTask(TransformerModel.training(assignment)));
            case SCORES -> List.of(new ScoresTask(new LanguageModel(assignment), Ids.read(assignment)));
            case NEXT_TOKEN ->
                List.of(
                        new NextTokenTask(new LanguageModel(assignment), Ids.read(assignment), assignment.get(LENGTH)),
                        new NextTokenTask(
                                new CellLanguageModel(assignment), Ids.read(assignment), assignment.get(LENGTH)));
            case UPDATE, PEAK -> throw new IllegalArgumentException("libtorch has no part in " + assignment.workload());
        };
    }

    private static Stream<Fastest.Way> ways(Task task) {
        return Stream.of(
                new Fastest.Way(task, prefix(task) + "oneDNN on", () -> torch.globalContext()
                        .setUserEnabledMkldnn(true)),
                new Fastest.Way(task, prefix(task) + "oneDNN off", () -> torch.globalContext()
                        .setUserEnabledMkldnn(false)));
    }

    private static String prefix(Task task) {
        return task.setting().isEmpty() ? "" : task.setting() + ", ";
    }
}
