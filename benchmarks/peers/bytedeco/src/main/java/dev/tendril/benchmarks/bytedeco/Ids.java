package dev.tendril.benchmarks.bytedeco;

import static dev.tendril.benchmarks.workload.Size.BATCH;
import static dev.tendril.benchmarks.workload.Size.CLASSES;
import static dev.tendril.benchmarks.workload.Size.LENGTH;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import dev.tendril.benchmarks.child.RandomIds;
import dev.tendril.benchmarks.workload.Assignment;
import org.bytedeco.pytorch.Tensor;

/** The data of a workload. */
final class Ids {
    private static final long INPUT = 1;
    private static final long TARGET = 2;

    private Ids() {}

    /** What a model reads, [B, T]. */
    static Tensor read(Assignment assignment) {
        return tokens(INPUT, assignment);
    }

    /** What a model is to say, [B, T]. */
    static Tensor said(Assignment assignment) {
        return tokens(TARGET, assignment);
    }

    /** Classes, [B]. */
    static Tensor labels(Assignment assignment) {
        int batch = assignment.get(BATCH);
        return Tensor.create(RandomIds.drawLongs(TARGET, assignment.get(CLASSES), batch), batch);
    }

    private static Tensor tokens(long seed, Assignment assignment) {
        int batch = assignment.get(BATCH);
        int length = assignment.get(LENGTH);
        long[] ids = RandomIds.drawLongs(seed, assignment.get(VOCABULARY), (long) batch * length);
        return Tensor.create(ids, batch, length);
    }
}
