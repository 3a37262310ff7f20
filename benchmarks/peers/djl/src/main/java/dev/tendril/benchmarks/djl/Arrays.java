package dev.tendril.benchmarks.djl;

import static dev.tendril.benchmarks.workload.Size.BATCH;
import static dev.tendril.benchmarks.workload.Size.CLASSES;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LENGTH;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.tendril.benchmarks.child.RandomIds;
import dev.tendril.benchmarks.workload.Assignment;

/**
 * The data of a workload.
 *
 * @param manager that owns it
 * @param assignment that it is for
 */
record Arrays(NDManager manager, Assignment assignment) {
    private static final long INPUT = 1;
    private static final long TARGET = 2;
    private static final double LONGEST_WAVE = 10_000;

    /** What a model reads, [B, T]. */
    NDArray read() {
        return manager.create(draw(INPUT), shape());
    }

    /** What a model is to say, [B, T]. */
    NDArray said() {
        return manager.create(draw(TARGET), shape());
    }

    /** Classes, [B]. */
    NDArray labels() {
        return manager.create(RandomIds.drawLongs(TARGET, assignment.get(CLASSES), assignment.get(BATCH)));
    }

    /** Sines and cosines [1, T, D]. */
    NDArray positions() {
        int length = assignment.get(LENGTH);
        int features = assignment.get(HIDDEN);
        float[] values = new float[length * features];
        for (int step = 0; step < length; step++) {
            for (int feature = 0; feature < features; feature++) {
                double angle = step / Math.pow(LONGEST_WAVE, (feature - feature % 2) / (double) features);
                values[step * features + feature] = (float) (feature % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return manager.create(values, new Shape(1, length, features));
    }

    /** 1 where a step may see another, [B, T, T]. */
    NDArray causalMask() {
        int length = assignment.get(LENGTH);
        NDArray steps = manager.arange(length);
        return steps.reshape(length, 1)
                .gte(steps.reshape(1, length))
                .toType(DataType.FLOAT32, false)
                .reshape(1, length, length)
                .repeat(0, assignment.get(BATCH));
    }

    /** [B, T]. */
    Shape shape() {
        return new Shape(assignment.get(BATCH), assignment.get(LENGTH));
    }

    private long[] draw(long seed) {
        return RandomIds.drawLongs(
                seed, assignment.get(VOCABULARY), assignment.sizes().product(BATCH, LENGTH));
    }
}
