package dev.tendril.benchmarks.bytedeco;

import static dev.tendril.benchmarks.workload.Size.BATCH;
import static dev.tendril.benchmarks.workload.Size.CLASSES;
import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import dev.tendril.benchmarks.workload.Assignment;
import java.util.List;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.GRUOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Embedding, a bidirectional GRU, a readout of both last states. */
final class Classifier {
    private Classifier() {}

    /** Training on random ids. */
    static Training training(Assignment assignment) {
        int batch = assignment.get(BATCH);
        int features = 2 * assignment.get(HIDDEN);
        EmbeddingImpl embedding = new EmbeddingImpl(assignment.get(VOCABULARY), assignment.get(EMBEDDING));
        GRUImpl gru = gru(assignment.get(EMBEDDING), assignment.get(HIDDEN));
        LinearImpl readout = new LinearImpl(features, assignment.get(CLASSES));
        Tensor inputs = Ids.read(assignment);
        Tensor targets = Ids.labels(assignment);
        return new Training(List.of(embedding, gru, readout), () -> {
            Tensor last = gru.forward(embedding.forward(inputs)).get1(); // [2, B, H]
            return torch.cross_entropy_loss(readout.forward(last.transpose(0, 1).reshape(batch, features)), targets);
        });
    }

    /** A bidirectional GRU over [B, T, inputs]. */
    static GRUImpl gru(int inputs, int hidden) {
        GRUOptions options = new GRUOptions(inputs, hidden);
        options.bidirectional().put(true);
        options.batch_first().put(true);
        return new GRUImpl(options);
    }
}
