package dev.tendril.benchmarks.deeplearning4j;

import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import dev.tendril.benchmarks.workload.Assignment;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/** Embedding, LSTM layers, a readout. */
final class LanguageModel {
    private static final double LEARNING_RATE = 0.001;

    private LanguageModel() {}

    /** One whose targets are ids. */
    static MultiLayerNetwork sparse(Assignment assignment) {
        return network(assignment, new LossSparseMCXENT());
    }

    /** One whose targets are a one among zeros. */
    static MultiLayerNetwork dense(Assignment assignment) {
        return network(assignment, new LossMCXENT());
    }

    private static MultiLayerNetwork network(Assignment assignment, ILossFunction loss) {
        int vocabulary = assignment.get(VOCABULARY);
        int embedding = assignment.get(EMBEDDING);
        int hidden = assignment.get(HIDDEN);
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .seed(1)
                .updater(new Adam(LEARNING_RATE))
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(new EmbeddingSequenceLayer.Builder()
                        .nIn(vocabulary)
                        .nOut(embedding)
                        .build());
        for (int layer = 0; layer < assignment.get(LAYERS); layer++) {
            layers.layer(new LSTM.Builder()
                    .dataFormat(RNNFormat.NCW)
                    .nIn(layer == 0 ? embedding : hidden)
                    .nOut(hidden)
                    .activation(Activation.TANH)
                    .build());
        }
        layers.layer(new RnnOutputLayer.Builder(loss)
                .dataFormat(RNNFormat.NCW)
                .nIn(hidden)
                .nOut(vocabulary)
                .activation(Activation.SOFTMAX)
                .build());
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }
}
