package dev.tendril.benchmarks.onnxruntime;

import ai.onnxruntime.OrtException;
import dev.tendril.benchmarks.child.Implementation;
import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.workload.Assignment;
import java.io.IOException;
import java.io.UncheckedIOException;

/** ONNX Runtime. */
public final class OnnxRuntime implements Implementation {
    /** Called by the contestant's process. */
    public OnnxRuntime() {}

    @Override
    public Task prepare(Assignment assignment) {
        try {
            return switch (assignment.workload().computation()) {
                case SCORES -> new ScoresTask(LanguageModel.random(assignment), assignment);
                case NEXT_TOKEN -> new NextTokenTask(LanguageModel.random(assignment), assignment);
                default -> throw new IllegalArgumentException("ONNX Runtime has no part in " + assignment.workload());
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (OrtException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
