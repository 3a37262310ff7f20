package dev.tendril.benchmarks.child;

import dev.tendril.benchmarks.workload.Assignment;
import java.nio.file.Path;

/** What predicts from a model file, as a program does that has just started. It has a public constructor without arguments. */
public interface FilePredictor {

    /** Writes the model of an assignment to a file, or to files whose names start with the file's. */
    void save(Assignment assignment, Path file) throws Exception;

    /** Reads the model back and computes the scores after one token. */
    void predict(Assignment assignment, Path file) throws Exception;
}
