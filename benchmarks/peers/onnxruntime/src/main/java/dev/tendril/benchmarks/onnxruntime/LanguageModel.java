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
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** One that is read from a file. */
    LanguageModel(Assignment assignment, Path file) throws OrtException {
        layers = assignment.get(LAYERS);
        hidden = assignment.get(HIDDEN);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(assignment.threads());
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(file.toString(), options);
        }
    }

    /** One with random weights. */
    static LanguageModel random(Assignment assignment) throws IOException, OrtException {
        Path file = Files.createTempFile("language-model", ".onnx");
        try {
            Files.write(file, graph(assignment).toModel());
            return new LanguageModel(assignment, file);
        } finally {
            Files.delete(file);
        }
    }

    /** The graph, with random weights. */
    static OnnxGraph graph(Assignment assignment) {
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

    /** Number of learnt numbers, two biases a gate among them, as ONNX has it. */
    static long parameters(Assignment assignment) {
        long hidden = assignment.get(HIDDEN);
        long gates = GATES * hidden;
        long layers = assignment.get(LAYERS);
        long embedding = assignment.sizes().product(VOCABULARY, EMBEDDING);
        long first = gates * (assignment.get(EMBEDDING) + hidden + 2);
        long further = gates * (2 * hidden + 2);
        return embedding + first + (layers - 1) * further + (hidden + 1) * assignment.get(VOCABULARY);
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
