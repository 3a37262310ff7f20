package dev.tendril.benchmarks.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.workload.Assignment;

/** The scores of whole sequences. */
final class ScoresTask implements Task {
    private final NDManager manager;
    private final LanguageModel model;
    private final ParameterStore parameters;
    private final NDArray ids;

    ScoresTask(Assignment assignment, NDManager manager) {
        this.manager = manager;
        this.ids = new Arrays(manager, assignment).read();
        this.model = LanguageModel.whole(assignment);
        this.model.initialize(manager, DataType.FLOAT32, ids.getShape());
        this.parameters = new ParameterStore(manager, false);
    }

    @Override
    public void step() {
        try (NDManager scope = manager.newSubManager()) {
            NDArray copy = ids.duplicate();
            copy.attach(scope);
            model.forward(parameters, new NDList(copy), false).get(0).getFloat(0, 0);
        }
    }

    @Override
    public long parameters() {
        return Counts.of(model);
    }

    @Override
    public void close() {
        manager.close();
    }
}
