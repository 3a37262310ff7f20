package dev.tendril.benchmarks.tendril;

import static dev.tendril.benchmarks.workload.Size.CLASSES;
import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.FEED_FORWARD;
import static dev.tendril.benchmarks.workload.Size.HEADS;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Size;
import dev.tendril.runtime.Tendril;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The models of the workloads: files of this package with the sizes and components of an assignment.
 *
 * @param tendril they live in
 * @param assignment what they are for
 */
record Models(Tendril tendril, Assignment assignment) {
    /** The field of the language model, the classifier and the scores. */
    static final String TEXT = "text";

    /** The other field of the classifier. */
    static final String LABEL = "label";

    /** The field that the encoder–decoder reads. */
    static final String SOURCE = "source";

    /** The field that the encoder–decoder writes. */
    static final String TARGET = "target";

    BenchmarkModel languageModel() {
        return create(
                "language-model",
                overrides("model.writer.network.cell", EMBEDDING, HIDDEN, LAYERS),
                Map.of(TEXT, assignment.get(VOCABULARY)));
    }

    /** The language model with an optimiser instead of a cell to choose. */
    BenchmarkModel updated() {
        return create(
                "language-model",
                overrides("training.optimizer", EMBEDDING, HIDDEN, LAYERS),
                Map.of(TEXT, assignment.get(VOCABULARY)));
    }

    BenchmarkModel classifier() {
        return create(
                "classifier",
                overrides("model.encoder.cell", EMBEDDING, HIDDEN),
                Map.of(TEXT, assignment.get(VOCABULARY), LABEL, assignment.get(CLASSES)));
    }

    BenchmarkModel attention() {
        Map<String, String> overrides = overrides("model.encoder.cell", EMBEDDING, HIDDEN);
        overrides.put("model.decoder.network.cell", assignment.chosen().component());
        return create("attention", overrides, sourceAndTarget());
    }

    BenchmarkModel transformer() {
        return create("transformer", overrides("", HIDDEN, LAYERS, HEADS, FEED_FORWARD), sourceAndTarget());
    }

    private Map<String, Integer> sourceAndTarget() {
        int vocabulary = assignment.get(VOCABULARY);
        return Map.of(SOURCE, vocabulary, TARGET, vocabulary);
    }

    BenchmarkModel scores() {
        return create(
                "scores",
                overrides("model.encoder.cell", VOCABULARY, EMBEDDING, HIDDEN, LAYERS),
                Map.of(TEXT, assignment.get(VOCABULARY), LABEL, 2));
    }

    private BenchmarkModel create(String file, Map<String, String> overrides, Map<String, Integer> vocabularies) {
        return BenchmarkModel.create(tendril, new BenchmarkModel.Source(file, overrides, vocabularies));
    }

    /** The chosen component, if there is a choice, at its place in the file, and some sizes. */
    private Map<String, String> overrides(String place, Size... sizes) {
        Map<String, String> overrides = new LinkedHashMap<>();
        if (!assignment.chosen().component().isEmpty()) {
            overrides.put(place, assignment.chosen().component());
        }
        for (Size size : sizes) {
            overrides.put("vars." + size.label(), Integer.toString(assignment.get(size)));
        }
        return overrides;
    }
}
