package dev.tendril.benchmarks.onnxruntime;

import static dev.tendril.benchmarks.workload.Size.LENGTH;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.tendril.benchmarks.child.RandomIds;
import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.workload.Assignment;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/** A sequence token after token at batch 1: a step goes through all of it, and reads the scores after each. */
final class NextTokenTask implements Task {
    private static final long INPUT = 1;

    private final LanguageModel model;
    private final long parameters;
    private final long[] tokens;
    private final Map<String, OnnxTensor> start;

    NextTokenTask(LanguageModel model, Assignment assignment) throws OrtException {
        this.model = model;
        this.parameters = LanguageModel.parameters(assignment);
        this.tokens = RandomIds.drawLongs(INPUT, assignment.get(VOCABULARY), assignment.get(LENGTH));
        this.start = model.start(1);
    }

    @Override
    public void step() {
        try {
            walk();
        } catch (OrtException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The states of a step are in its result, which is therefore kept until the next has its own. */
    private void walk() throws OrtException {
        Map<String, OnnxTensor> states = start;
        OrtSession.Result before = null;
        for (long token : tokens) {
            Map<String, OnnxTensor> inputs = new HashMap<>(states);
            LongBuffer id = LongBuffer.wrap(new long[] {token});
            try (OnnxTensor ids = OnnxTensor.createTensor(model.environment(), id, new long[] {1, 1})) {
                inputs.put(LanguageModel.IDS, ids);
                OrtSession.Result result = model.run(inputs);
                tensor(result, LanguageModel.SCORES).getFloatBuffer();
                Map<String, OnnxTensor> next = new HashMap<>();
                for (String state : start.keySet()) {
                    next.put(state, tensor(result, LanguageModel.next(state)));
                }
                if (before != null) {
                    before.close();
                }
                before = result;
                states = next;
            }
        }
        if (before != null) {
            before.close();
        }
    }

    private static OnnxTensor tensor(OrtSession.Result result, String name) {
        OnnxValue value = result.get(name).orElseThrow();
        return (OnnxTensor) value;
    }

    @Override
    public long parameters() {
        return parameters;
    }

    @Override
    public void close() {
        model.close();
    }
}
