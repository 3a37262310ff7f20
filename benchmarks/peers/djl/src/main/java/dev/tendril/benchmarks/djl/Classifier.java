package dev.tendril.benchmarks.djl;

import static dev.tendril.benchmarks.workload.Size.CLASSES;
import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.GRU;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.tendril.benchmarks.workload.Assignment;
import org.jspecify.annotations.Nullable;

/**
 * Embedding, a GRU in each direction, a readout of both last states: ids [B, T] to scores [B, V]. Two GRUs, of which one reads backwards,
 * since DJL 0.35.1 cannot compute a bidirectional one.
 */
final class Classifier extends AbstractBlock {
    private final int embedded;
    private final int hidden;
    private final int classes;
    private final IdEmbedding embedding;
    private final GRU forward;
    private final GRU backward;
    private final Linear readout;

    Classifier(Assignment assignment) {
        embedded = assignment.get(EMBEDDING);
        hidden = assignment.get(HIDDEN);
        classes = assignment.get(CLASSES);
        embedding = addChildBlock("embedding", new IdEmbedding(assignment.get(VOCABULARY), embedded));
        forward = addChildBlock("forward", gru());
        backward = addChildBlock("backward", gru());
        readout = addChildBlock("readout", Linear.builder().setUnits(classes).build());
    }

    private GRU gru() {
        return GRU.builder()
                .setStateSize(hidden)
                .setNumLayers(1)
                .optBatchFirst(true)
                .optReturnState(false)
                .build();
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        embedding.initialize(manager, type, inputs[0]);
        forward.initialize(manager, type, inputs[0].add(embedded));
        backward.initialize(manager, type, inputs[0].add(embedded));
        readout.initialize(manager, type, new Shape(inputs[0].get(0), 2L * hidden));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, @Nullable PairList<String, Object> options) {
        NDArray read = embedding.forward(parameters, inputs, training).singletonOrThrow();
        NDArray ahead = forward.forward(parameters, new NDList(read), training).get(0);
        NDArray back =
                backward.forward(parameters, new NDList(read.flip(1)), training).get(0);
        return readout.forward(parameters, new NDList(last(ahead).concat(last(back), 1)), training);
    }

    private static NDArray last(NDArray outputs) {
        return outputs.get(":, -1");
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), classes)};
    }
}
