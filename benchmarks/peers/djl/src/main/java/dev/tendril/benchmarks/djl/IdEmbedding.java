package dev.tendril.benchmarks.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/** A vector for every id: [B, T] to [B, T, E]. */
final class IdEmbedding extends AbstractBlock {
    private static final float DEVIATION = 0.1f;

    private final Parameter table;
    private final int features;

    IdEmbedding(int vocabulary, int features) {
        this.features = features;
        this.table = addParameter(Parameter.builder()
                .setName("table")
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(vocabulary, features))
                .optInitializer(new NormalInitializer(DEVIATION))
                .build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, @Nullable PairList<String, Object> options) {
        NDArray ids = inputs.singletonOrThrow();
        return Embedding.embedding(ids, parameters.getValue(table, ids.getDevice(), training), SparseFormat.DENSE);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0].add(features)};
    }
}
