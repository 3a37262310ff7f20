package dev.tendril.benchmarks.deeplearning4j;

import dev.tendril.benchmarks.child.Task;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The probabilities of whole sequences; Deeplearning4j gives no scores before them. */
final class ScoresTask implements Task {
    private final MultiLayerNetwork network;
    private final INDArray ids;

    ScoresTask(MultiLayerNetwork network, INDArray ids) {
        this.network = network;
        this.ids = ids;
    }

    @Override
    public void step() {
        network.output(ids).getFloat(0);
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
