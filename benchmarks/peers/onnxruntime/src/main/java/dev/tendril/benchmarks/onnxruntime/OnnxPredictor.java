package dev.tendril.benchmarks.onnxruntime;

import dev.tendril.benchmarks.child.FilePredictor;
import dev.tendril.benchmarks.workload.Assignment;
import java.nio.file.Files;
import java.nio.file.Path;

/** ONNX Runtime with a file. */
public final class OnnxPredictor implements FilePredictor {
    /** Called by the process that predicts. */
    public OnnxPredictor() {}

    @Override
    public void save(Assignment assignment, Path file) throws Exception {
        Files.write(file, LanguageModel.graph(assignment).toModel());
    }

    @Override
    public void predict(Assignment assignment, Path file) throws Exception {
        try (LanguageModel model = new LanguageModel(assignment, file)) {
            new NextTokenTask(model, assignment).step();
        }
    }
}
