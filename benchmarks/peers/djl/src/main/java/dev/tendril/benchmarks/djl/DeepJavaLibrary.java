package dev.tendril.benchmarks.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.tendril.benchmarks.child.Implementation;
import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.workload.Assignment;

/** libtorch through the Deep Java Library. */
public final class DeepJavaLibrary implements Implementation {
    /** Called by the contestant's process. */
    public DeepJavaLibrary() {}

    @Override
    public Task prepare(Assignment assignment) {
        String threads = Integer.toString(assignment.threads());
        System.setProperty("ai.djl.pytorch.num_threads", threads);
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        NDManager manager = NDManager.newBaseManager(Device.cpu());
        Arrays data = new Arrays(manager, assignment);
        return switch (assignment.workload().computation()) {
            case LANGUAGE_MODEL ->
                new TrainingTask(
                        LanguageModel.whole(assignment),
                        manager,
                        new NDList(data.read()),
                        data.said().reshape(-1));
            case CLASSIFIER ->
                new TrainingTask(new Classifier(assignment), manager, new NDList(data.read()), data.labels());
            case TRANSFORMER ->
                new TrainingTask(
                        new TransformerModel(assignment),
                        manager,
                        new NDList(data.read(), data.said(), data.positions(), data.causalMask()),
                        data.said().reshape(-1));
            case SCORES -> new ScoresTask(assignment, manager);
            case NEXT_TOKEN -> new NextTokenTask(assignment, manager);
            default -> throw new IllegalArgumentException("DJL has no part in " + assignment.workload());
        };
    }
}
