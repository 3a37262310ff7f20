package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.workload.Computation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What Tendril is compared with, each at the settings that are its best. */
@SuppressWarnings("ImmutableEnumChecker") // the collections are, though their types do not say so
public enum Peer {
    /** libtorch through its C++ interface. */
    BYTEDECO(
            "libtorch (bytedeco)",
            "bytedeco",
            "Libtorch",
            Computation.LANGUAGE_MODEL,
            Computation.CLASSIFIER,
            Computation.TRANSFORMER,
            Computation.ATTENTION,
            Computation.NEXT_TOKEN,
            Computation.SCORES),
    /** libtorch through the Deep Java Library. */
    DJL(
            "libtorch (DJL)",
            "djl",
            "DeepJavaLibrary",
            Computation.LANGUAGE_MODEL,
            Computation.CLASSIFIER,
            Computation.TRANSFORMER,
            Computation.NEXT_TOKEN,
            Computation.SCORES),
    /** Deeplearning4j, which has no GRU and no Transformer. */
    DEEPLEARNING4J(
            "Deeplearning4j",
            "deeplearning4j",
            "Deeplearning4j",
            Computation.LANGUAGE_MODEL,
            Computation.NEXT_TOKEN,
            Computation.SCORES),
    /** ONNX Runtime, which does not train. */
    ONNX_RUNTIME("ONNX Runtime", "onnxruntime", "OnnxRuntime", Computation.NEXT_TOKEN, Computation.SCORES);

    private final String label;
    private final String module;
    private final String implementation;
    private final Set<Computation> computations;

    Peer(String label, String module, String implementation, Computation... computations) {
        this.label = label;
        this.module = module;
        this.implementation = implementation;
        this.computations = Set.of(computations);
    }

    /** The peers that compute something. */
    static List<Peer> of(Computation computation) {
        return Arrays.stream(values())
                .filter(peer -> peer.computations.contains(computation))
                .toList();
    }

    /** As it stands in tables. */
    String label() {
        return label;
    }

    /** The folder of its module, under {@code peers}. */
    String module() {
        return module;
    }

    /** The class of its implementation. */
    String implementation() {
        return "dev.tendril.benchmarks." + module + "." + implementation;
    }

    /** The class that predicts from a file, if it has one. */
    Optional<String> predictor() {
        return switch (this) {
            case BYTEDECO -> Optional.of("dev.tendril.benchmarks.bytedeco.LibtorchPredictor");
            case ONNX_RUNTIME -> Optional.of("dev.tendril.benchmarks.onnxruntime.OnnxPredictor");
            case DJL, DEEPLEARNING4J -> Optional.empty();
        };
    }

    /**
     * Variables of its process. Two thread pools that wait busily for each other take several times as long, so the one of the linear
     * algebra library is switched off and the other waits asleep.
     */
    Map<String, String> environment(int threads, boolean avx2) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("OMP_NUM_THREADS", Integer.toString(threads));
        environment.put("OMP_WAIT_POLICY", "PASSIVE");
        environment.put("OPENBLAS_NUM_THREADS", "1");
        if (avx2) {
            environment.put("ATEN_CPU_CAPABILITY", "avx2");
            environment.put("ONEDNN_MAX_CPU_ISA", "AVX2");
            environment.put("OPENBLAS_CORETYPE", "Haswell");
        }
        return environment;
    }

    /** Whether it can be kept from wider vectors than those of AVX2. */
    boolean heldToAvx2() {
        return this != ONNX_RUNTIME;
    }
}
