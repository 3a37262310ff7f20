package dev.tendril.benchmarks.bytedeco;

import static dev.tendril.benchmarks.workload.Size.BATCH;
import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LENGTH;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import dev.tendril.benchmarks.workload.Assignment;
import java.util.List;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.GRUCellImpl;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LinearOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * An encoder–decoder with attention before the step (Bahdanau et al. 2015), of libtorch's own operations: its GRU reads, its GRU cell
 * writes in a loop.
 */
final class AttentionModel {
    private final int batch;
    private final int length;
    private final int features;
    private final EmbeddingImpl sourceEmbedding;
    private final EmbeddingImpl targetEmbedding;
    private final GRUImpl encoder;
    private final LinearImpl start;
    private final LinearImpl keys;
    private final LinearImpl query;
    private final LinearImpl score;
    private final GRUCellImpl decoder;
    private final LinearImpl readout;

    private AttentionModel(Assignment assignment) {
        int vocabulary = assignment.get(VOCABULARY);
        int embedding = assignment.get(EMBEDDING);
        int hidden = assignment.get(HIDDEN);
        batch = assignment.get(BATCH);
        length = assignment.get(LENGTH);
        features = 2 * hidden;
        sourceEmbedding = new EmbeddingImpl(vocabulary, embedding);
        targetEmbedding = new EmbeddingImpl(vocabulary, embedding);
        encoder = Classifier.gru(embedding, hidden);
        start = new LinearImpl(features, hidden);
        keys = unbiased(features, hidden);
        query = new LinearImpl(hidden, hidden);
        score = unbiased(hidden, 1);
        decoder = new GRUCellImpl(embedding + features, hidden);
        readout = new LinearImpl(hidden + features, vocabulary);
    }

    private static LinearImpl unbiased(int inputs, int outputs) {
        LinearOptions options = new LinearOptions(inputs, outputs);
        options.bias().put(false);
        return new LinearImpl(options);
    }

    /** Training on random ids. */
    static Training training(Assignment assignment) {
        AttentionModel model = new AttentionModel(assignment);
        Tensor source = Ids.read(assignment);
        Tensor target = Ids.said(assignment);
        Tensor targets = target.reshape(-1);
        return new Training(model.modules(), () -> torch.cross_entropy_loss(model.scores(source, target), targets));
    }

    private List<Module> modules() {
        return List.of(sourceEmbedding, targetEmbedding, encoder, start, keys, query, score, decoder, readout);
    }

    /** Scores [B · T, V]. */
    private Tensor scores(Tensor source, Tensor target) {
        T_TensorTensor_T encoded = encoder.forward(sourceEmbedding.forward(source));
        Tensor memory = encoded.get0(); // [B, S, 2H]
        Tensor last = encoded.get1().transpose(0, 1).reshape(batch, features);
        Tensor prepared = keys.forward(memory); // [B, S, H]
        Tensor embedded = targetEmbedding.forward(target); // [B, T, E]
        Tensor h = start.forward(last).tanh();
        TensorVector outputs = new TensorVector();
        for (int step = 0; step < length; step++) {
            Tensor context = context(h, prepared, memory);
            h = decoder.forward(join(embedded.select(1, step), context), h);
            outputs.push_back(join(h, context));
        }
        return readout.forward(torch.stack(outputs, 1).reshape(-1, features / 2 + features));
    }

    /** What a state sees of the memory, [B, 2H]. */
    private Tensor context(Tensor h, Tensor prepared, Tensor memory) {
        Tensor projected = query.forward(h).unsqueeze(1); // [B, 1, H]
        Tensor weights =
                torch.softmax(score.forward(prepared.add(projected).tanh()).squeeze(-1), 1); // [B, S]
        return torch.bmm(weights.unsqueeze(1), memory).squeeze(1);
    }

    private static Tensor join(Tensor left, Tensor right) {
        return torch.cat(new TensorVector(left, right), 1);
    }
}
