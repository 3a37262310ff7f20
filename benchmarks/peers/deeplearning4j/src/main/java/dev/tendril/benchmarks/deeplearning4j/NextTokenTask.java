package dev.tendril.benchmarks.deeplearning4j;

import dev.tendril.benchmarks.child.Task;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A sequence token after token at batch 1: a step goes through all of it, and reads the probabilities after each. */
final class NextTokenTask implements Task {
    private final MultiLayerNetwork network;
    private final List<INDArray> tokens = new ArrayList<>();

    NextTokenTask(MultiLayerNetwork network, INDArray ids, int length) {
        this.network = network;
        for (int token = 0; token < length; token++) {
            tokens.add(ids.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(token, token + 1))
                    .dup());
        }
    }

    @Override
    public void step() {
        network.rnnClearPreviousState();
        for (INDArray token : tokens) {
            network.rnnTimeStep(token).getFloat(0);
        }
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
