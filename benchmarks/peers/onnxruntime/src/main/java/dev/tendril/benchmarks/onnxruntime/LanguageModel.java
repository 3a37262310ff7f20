package dev.tendril.benchmarks.onnxruntime;

import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.tendril.benchmarks.workload.Assignment;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Embedding, LSTM layers, a readout: ids [T, N] and states [1, N, H] to scores [T, 1, N, V] and states. */
final class LanguageModel implements AutoCloseable {
    static final String IDS = "ids";
    static final String SCORES = "scores";

    private static final int GATES = 4;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final int layers;
    private final int hidden;
    private final long parameters;

    LanguageModel(Assignment assignment) throws OrtException {
        layers = assignment.get(LAYERS);
        hidden = assignment.get(HIDDEN);
        OnnxGraph graph = graph(assignment);
        parameters = graph.elements();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(assignment.threads());
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(graph.toModel(), options);
        }
    }

    private static OnnxGraph graph(Assignment assignment) {
        int vocabulary = assignment.get(VOCABULARY);
        int embedding = assignment.get(EMBEDDING);
        int hidden = assignment.get(HIDDEN);
        OnnxGraph graph = new OnnxGraph();
        graph.constant("directions", 1);
        graph.weight("embedding", vocabulary, embedding);
        graph.idInput(IDS, "T", "N");
        graph.node("Gather", List.of("embedding", IDS), List.of("x0"));
        int layers = assignment.get(LAYERS);
        for (int layer = 0; layer < layers; layer++) {
            lstm(graph, layer, layer == 0 ? embedding : hidden, hidden);
        }
        graph.weight("readout", hidden, vocabulary);
        graph.weight("bias", vocabulary);
        graph.node("MatMul", List.of("x" + layers, "readout"), List.of("products"));
        graph.node("Add", List.of("products", "bias"), List.of(SCORES));
        graph.output(SCORES, "T", "N", vocabulary);
        return graph;
    }

    private static void lstm(OnnxGraph graph, int layer, int inputs, int hidden) {
        graph.weight("W" + layer, 1, GATES * hidden, inputs);
        graph.weight("R" + layer, 1, GATES * hidden, hidden);
        graph.weight("B" + layer, 1, 2 * GATES * hidden);
        for (String state : List.of("h", "c")) {
            graph.input(state + layer, 1, "N", hidden);
            graph.output(next(state + layer), 1, "N", hidden);
        }
        graph.node(
                "LSTM",
                List.of("x" + layer, "W" + layer, "R" + layer, "B" + layer, "", "h" + layer, "c" + layer),
                List.of("y" + layer, next("h" + layer), next("c" + layer)),
                OnnxGraph.attribute("hidden_size", hidden));
        graph.node("Squeeze", List.of("y" + layer, "directions"), List.of("x" + (layer + 1)));
    }

    /** The output that holds a state after a run. */
    static String next(String state) {
        return "next_" + state;
    }

    long parameters() {
        return parameters;
    }

    OrtEnvironment environment() {
        return environment;
    }

    /** States of so many rows that have seen nothing. */
    Map<String, OnnxTensor> start(int rows) throws OrtException {
        Map<String, OnnxTensor> states = new LinkedHashMap<>();
        for (int layer = 0; layer < layers; layer++) {
            for (String state : List.of("h", "c")) {
                FloatBuffer zeros = FloatBuffer.allocate(rows * hidden);
                states.put(state + layer, OnnxTensor.createTensor(environment, zeros, new long[] {1, rows, hidden}));
            }
        }
        return states;
    }

    OrtSession.Result run(Map<String, OnnxTensor> inputs) throws OrtException {
        return session.run(inputs);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
