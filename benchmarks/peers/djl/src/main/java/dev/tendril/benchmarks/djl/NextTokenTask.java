package dev.tendril.benchmarks.djl;

import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.LENGTH;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.tendril.benchmarks.child.RandomIds;
import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.workload.Assignment;

/** A sequence token after token at batch 1: a step goes through all of it, and reads the scores after each. */
final class NextTokenTask implements Task {
    private static final long INPUT = 1;

    private final NDManager manager;
    private final LanguageModel model;
    private final ParameterStore parameters;
    private final long[] tokens;
    private final Shape state;

    NextTokenTask(Assignment assignment, NDManager manager) {
        this.manager = manager;
        this.tokens = RandomIds.drawLongs(INPUT, assignment.get(VOCABULARY), assignment.get(LENGTH));
        this.state = new Shape(assignment.get(LAYERS), 1, assignment.get(HIDDEN));
        this.model = LanguageModel.stepwise(assignment);
        this.model.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
        this.parameters = new ParameterStore(manager, false);
    }

    @Override
    public void step() {
        try (NDManager scope = manager.newSubManager()) {
            NDList states = new NDList(scope.zeros(state), scope.zeros(state));
            for (long token : tokens) {
                states = next(token, states, scope);
            }
        }
    }

    /** The states after a token; those before it are freed. */
    private NDList next(long token, NDList states, NDManager scope) {
        try (NDManager inner = scope.newSubManager()) {
            NDArray id = inner.create(new long[] {token}, new Shape(1, 1));
            NDList inputs = new NDList(id);
            inputs.addAll(states);
            NDList outputs = model.forward(parameters, inputs, false);
            outputs.get(0).toFloatArray();
            NDList next = outputs.subNDList(1);
            next.attach(scope);
            states.close();
            return next;
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
