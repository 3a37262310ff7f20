package dev.tendril.benchmarks.bytedeco;

import static dev.tendril.benchmarks.workload.Size.FEED_FORWARD;
import static dev.tendril.benchmarks.workload.Size.HEADS;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.LENGTH;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import dev.tendril.benchmarks.workload.Assignment;
import java.util.List;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TransformerImpl;
import org.bytedeco.pytorch.TransformerOptions;
import org.bytedeco.pytorch.global.torch;

/** A Transformer (Vaswani et al. 2017), time-major as libtorch wants it, with sinusoidal positions. */
final class TransformerModel {
    private static final double LONGEST_WAVE = 10_000;

    private TransformerModel() {}

    /** Training on random ids. */
    static Training training(Assignment assignment) {
        int features = assignment.get(HIDDEN);
        int vocabulary = assignment.get(VOCABULARY);
        EmbeddingImpl sourceEmbedding = new EmbeddingImpl(vocabulary, features);
        EmbeddingImpl targetEmbedding = new EmbeddingImpl(vocabulary, features);
        TransformerImpl transformer = transformer(assignment);
        LinearImpl readout = new LinearImpl(features, vocabulary);
        Tensor source = Ids.read(assignment).transpose(0, 1).contiguous();
        Tensor target = Ids.said(assignment).transpose(0, 1).contiguous();
        Tensor targets = target.reshape(-1);
        Tensor positions = positions(assignment.get(LENGTH), features);
        Tensor mask = TransformerImpl.generate_square_subsequent_mask(assignment.get(LENGTH));
        Tensor none = new Tensor();
        return new Training(List.of(sourceEmbedding, targetEmbedding, transformer, readout), () -> {
            Tensor read = sourceEmbedding.forward(source).add(positions);
            Tensor said = targetEmbedding.forward(target).add(positions);
            Tensor outputs = transformer.forward(read, said, none, mask, none, none, none, none);
            return torch.cross_entropy_loss(readout.forward(outputs.reshape(-1, features)), targets);
        });
    }

    private static TransformerImpl transformer(Assignment assignment) {
        int layers = assignment.get(LAYERS);
        TransformerOptions options =
                new TransformerOptions(assignment.get(HIDDEN), assignment.get(HEADS), layers, layers);
        options.dim_feedforward().put(assignment.get(FEED_FORWARD));
        options.dropout().put(0.0);
        return new TransformerImpl(options);
    }

    /** Sines and cosines [T, 1, D]. */
    private static Tensor positions(int length, int features) {
        float[] values = new float[length * features];
        for (int step = 0; step < length; step++) {
            for (int feature = 0; feature < features; feature++) {
                double angle = step / Math.pow(LONGEST_WAVE, (feature - feature % 2) / (double) features);
                values[step * features + feature] = (float) (feature % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return Tensor.create(values, length, 1, features);
    }
}
