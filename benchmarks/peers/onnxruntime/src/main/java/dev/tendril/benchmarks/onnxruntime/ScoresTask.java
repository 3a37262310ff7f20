package dev.tendril.benchmarks.onnxruntime;

import static dev.tendril.benchmarks.workload.Size.BATCH;
import static dev.tendril.benchmarks.workload.Size.LENGTH;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.tendril.benchmarks.child.RandomIds;
import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.workload.Assignment;
import java.nio.LongBuffer;
import java.util.Map;

/** The scores of whole sequences. */
final class ScoresTask implements Task {
    private static final long INPUT = 1;

    private final LanguageModel model;
    private final long parameters;
    private final Map<String, OnnxTensor> inputs;

    ScoresTask(LanguageModel model, Assignment assignment) throws OrtException {
        this.model = model;
        this.parameters = LanguageModel.parameters(assignment);
        int batch = assignment.get(BATCH);
        int length = assignment.get(LENGTH);
        long[] ids = RandomIds.drawLongs(INPUT, assignment.get(VOCABULARY), (long) batch * length);
        inputs = model.start(batch);
        inputs.put(
                LanguageModel.IDS,
                OnnxTensor.createTensor(model.environment(), LongBuffer.wrap(ids), new long[] {length, batch}));
    }

    @Override
    public void step() {
        try (OrtSession.Result result = model.run(inputs)) {
            result.get(LanguageModel.SCORES).orElseThrow().getInfo();
        } catch (OrtException failure) {
            throw new IllegalStateException(failure);
        }
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
