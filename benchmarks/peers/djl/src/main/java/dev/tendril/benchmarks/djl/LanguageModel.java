package dev.tendril.benchmarks.djl;

import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.tendril.benchmarks.workload.Assignment;
import org.jspecify.annotations.Nullable;

/** Embedding, LSTM layers, a readout: ids [B, T], and states if there are any, to scores [B · T, V], and states. */
final class LanguageModel extends AbstractBlock {
    private final int embedded;
    private final int hidden;
    private final int vocabulary;
    private final IdEmbedding embedding;
    private final LSTM lstm;
    private final Linear readout;

    private LanguageModel(Assignment assignment, boolean states) {
        embedded = assignment.get(EMBEDDING);
        hidden = assignment.get(HIDDEN);
        vocabulary = assignment.get(VOCABULARY);
        embedding = addChildBlock("embedding", new IdEmbedding(vocabulary, embedded));
        lstm = addChildBlock(
                "lstm",
                LSTM.builder()
                        .setStateSize(hidden)
                        .setNumLayers(assignment.get(LAYERS))
                        .optBatchFirst(true)
                        .optReturnState(states)
                        .build());
        readout = addChildBlock("readout", Linear.builder().setUnits(vocabulary).build());
    }

    /** One that starts anew with every sequence. */
    static LanguageModel whole(Assignment assignment) {
        return new LanguageModel(assignment, false);
    }

    /** One that is given states and gives states. */
    static LanguageModel stepwise(Assignment assignment) {
        return new LanguageModel(assignment, true);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        embedding.initialize(manager, type, inputs[0]);
        lstm.initialize(manager, type, inputs[0].add(embedded));
        readout.initialize(manager, type, new Shape(inputs[0].size(), hidden));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, @Nullable PairList<String, Object> options) {
        NDList read = embedding.forward(parameters, new NDList(inputs.get(0)), training);
        read.addAll(inputs.subNDList(1));
        NDList run = lstm.forward(parameters, read, training);
        NDList scores = readout.forward(parameters, new NDList(run.get(0).reshape(-1, hidden)), training);
        scores.addAll(run.subNDList(1));
        return scores;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].size(), vocabulary)};
    }
}
