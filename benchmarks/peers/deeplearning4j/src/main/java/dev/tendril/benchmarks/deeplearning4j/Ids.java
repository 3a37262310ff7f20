package dev.tendril.benchmarks.deeplearning4j;

import static dev.tendril.benchmarks.workload.Size.BATCH;
import static dev.tendril.benchmarks.workload.Size.LENGTH;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import dev.tendril.benchmarks.child.RandomIds;
import dev.tendril.benchmarks.workload.Assignment;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The data of a workload, as numbers [B, 1, T]. */
final class Ids {
    private static final long INPUT = 1;
    private static final long TARGET = 2;

    private Ids() {}

    /** What a model reads. */
    static INDArray read(Assignment assignment) {
        return tokens(INPUT, assignment);
    }

    /** What a model is to say. */
    static INDArray said(Assignment assignment) {
        return tokens(TARGET, assignment);
    }

    /** What a model is to say as a one among zeros, [B, V, T]. */
    static INDArray saidAsRows(Assignment assignment) {
        int length = assignment.get(LENGTH);
        int[] ids = draw(TARGET, assignment);
        INDArray rows = Nd4j.zeros(DataType.FLOAT, assignment.get(BATCH), assignment.get(VOCABULARY), length);
        for (int i = 0; i < ids.length; i++) {
            rows.putScalar(new int[] {i / length, ids[i], i % length}, 1f);
        }
        return rows;
    }

    private static INDArray tokens(long seed, Assignment assignment) {
        int[] ids = draw(seed, assignment);
        float[] values = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            values[i] = ids[i];
        }
        return Nd4j.createFromArray(values).reshape(assignment.get(BATCH), 1, assignment.get(LENGTH));
    }

    private static int[] draw(long seed, Assignment assignment) {
        return RandomIds.draw(
                seed, assignment.get(VOCABULARY), assignment.sizes().product(BATCH, LENGTH));
    }
}
