package dev.tendril.benchmarks.djl;

import static dev.tendril.benchmarks.workload.Size.FEED_FORWARD;
import static dev.tendril.benchmarks.workload.Size.HEADS;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.transformer.TransformerEncoderBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.tendril.benchmarks.workload.Assignment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Transformer: ids [B, S] and [B, T], positions [1, T, D] and a mask [B, T, T] to scores [B · T, V]. */
final class TransformerModel extends AbstractBlock {
    private final int features;
    private final int vocabulary;
    private final IdEmbedding sourceEmbedding;
    private final IdEmbedding targetEmbedding;
    private final List<TransformerEncoderBlock> encoder = new ArrayList<>();
    private final List<DecoderLayer> decoder = new ArrayList<>();
    private final Linear readout;

    TransformerModel(Assignment assignment) {
        features = assignment.get(HIDDEN);
        vocabulary = assignment.get(VOCABULARY);
        int heads = assignment.get(HEADS);
        int hidden = assignment.get(FEED_FORWARD);
        sourceEmbedding = addChildBlock("source", new IdEmbedding(vocabulary, features));
        targetEmbedding = addChildBlock("target", new IdEmbedding(vocabulary, features));
        for (int layer = 0; layer < assignment.get(LAYERS); layer++) {
            encoder.add(addChildBlock(
                    "encoder" + layer, new TransformerEncoderBlock(features, heads, hidden, 0, Activation::relu)));
            decoder.add(addChildBlock("decoder" + layer, new DecoderLayer(features, heads, hidden)));
        }
        readout = addChildBlock("readout", Linear.builder().setUnits(vocabulary).build());
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        sourceEmbedding.initialize(manager, type, inputs[0]);
        targetEmbedding.initialize(manager, type, inputs[1]);
        for (Block layer : encoder) {
            layer.initialize(manager, type, inputs[0].add(features));
        }
        for (Block layer : decoder) {
            layer.initialize(manager, type, inputs[1].add(features));
        }
        readout.initialize(manager, type, new Shape(inputs[1].size(), features));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, @Nullable PairList<String, Object> options) {
        NDArray positions = inputs.get(2);
        NDArray mask = inputs.get(3);
        NDArray memory =
                embed(sourceEmbedding, inputs.get(0), parameters, training).add(positions);
        for (Block layer : encoder) {
            memory = layer.forward(parameters, new NDList(memory), training).get(0);
        }
        NDArray x = embed(targetEmbedding, inputs.get(1), parameters, training).add(positions);
        for (Block layer : decoder) {
            x = layer.forward(parameters, new NDList(x, memory, mask), training).get(0);
        }
        return readout.forward(parameters, new NDList(x.reshape(-1, features)), training);
    }

    private static NDArray embed(IdEmbedding embedding, NDArray ids, ParameterStore parameters, boolean training) {
        return embedding.forward(parameters, new NDList(ids), training).singletonOrThrow();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[1].size(), vocabulary)};
    }
}
