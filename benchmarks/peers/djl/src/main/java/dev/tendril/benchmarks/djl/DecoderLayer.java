package dev.tendril.benchmarks.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.transformer.PointwiseFeedForwardBlock;
import ai.djl.nn.transformer.ScaledDotProductAttentionBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A layer of a Transformer's decoder, which DJL lacks: its input [B, T, D], a memory [B, S, D] and a mask [B, T, T] to [B, T, D]. */
final class DecoderLayer extends AbstractBlock {
    private final ScaledDotProductAttentionBlock self;
    private final ScaledDotProductAttentionBlock cross;
    private final PointwiseFeedForwardBlock feedForward;
    private final LayerNorm afterSelf;
    private final LayerNorm afterCross;
    private final LayerNorm afterFeedForward;

    DecoderLayer(int features, int heads, int hidden) {
        self = addChildBlock("self", attention(features, heads));
        cross = addChildBlock("cross", attention(features, heads));
        feedForward = addChildBlock(
                "feed_forward", new PointwiseFeedForwardBlock(List.of(hidden), features, Activation::relu));
        afterSelf = addChildBlock("after_self", norm());
        afterCross = addChildBlock("after_cross", norm());
        afterFeedForward = addChildBlock("after_feed_forward", norm());
    }

    private static ScaledDotProductAttentionBlock attention(int features, int heads) {
        return ScaledDotProductAttentionBlock.builder()
                .setEmbeddingSize(features)
                .setHeadCount(heads)
                .build();
    }

    private static LayerNorm norm() {
        return LayerNorm.builder().axis(2).build();
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Shape shape = inputs[0];
        self.initialize(manager, type, shape);
        cross.initialize(manager, type, shape, shape, shape);
        feedForward.initialize(manager, type, shape);
        for (LayerNorm norm : List.of(afterSelf, afterCross, afterFeedForward)) {
            norm.initialize(manager, type, shape);
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, @Nullable PairList<String, Object> options) {
        NDArray x = inputs.get(0);
        NDArray memory = inputs.get(1);
        NDArray own =
                self.forward(parameters, new NDList(x, inputs.get(2)), training).get(0);
        NDArray one =
                afterSelf.forward(parameters, new NDList(x.add(own)), training).get(0);
        NDArray seen = cross.forward(parameters, new NDList(memory, one, memory), training)
                .get(0);
        NDArray two = afterCross
                .forward(parameters, new NDList(one.add(seen)), training)
                .get(0);
        NDArray fed = feedForward.forward(parameters, new NDList(two), training).get(0);
        return afterFeedForward.forward(parameters, new NDList(two.add(fed)), training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0]};
    }
}
