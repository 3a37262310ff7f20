package dev.tendril.benchmarks.deeplearning4j;

import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.workload.Assignment;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Training on one batch, over and over. */
final class TrainingTask implements Task {
    private final MultiLayerNetwork network;
    private final DataSet batch;

    private final long length;

    private TrainingTask(MultiLayerNetwork network, INDArray inputs, INDArray targets) {
        this.length = inputs.size(2);
        this.network = network;
        this.batch = new DataSet(inputs, targets);
    }

    /** Training with targets that are ids. */
    static TrainingTask sparse(Assignment assignment) {
        return new TrainingTask(LanguageModel.sparse(assignment), Ids.read(assignment), Ids.said(assignment));
    }

    /** Training with targets that are a one among zeros. */
    static TrainingTask dense(Assignment assignment) {
        return new TrainingTask(LanguageModel.dense(assignment), Ids.read(assignment), Ids.saidAsRows(assignment));
    }

    @Override
    public void step() {
        network.fit(batch);
    }

    /** Deeplearning4j adds up what the steps of a sequence lose. */
    @Override
    public OptionalDouble loss() {
        return OptionalDouble.of(network.score() / length);
    }

    @Override
    public long parameters() {
        return network.numParams();
    }

    @Override
    public void close() {
        network.close();
    }
}
