package dev.tendril.benchmarks.workload;

import static dev.tendril.benchmarks.workload.Size.BATCH;
import static dev.tendril.benchmarks.workload.Size.CLASSES;
import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.FEED_FORWARD;
import static dev.tendril.benchmarks.workload.Size.HEADS;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.LENGTH;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is timed: a computation, its sizes, and the ways in which Tendril computes it. */
@SuppressWarnings("ImmutableEnumChecker") // the collections are, though their types do not say so
public enum Workload {
    /** A small language model. */
    W1(Computation.LANGUAGE_MODEL, Models.SMALL, true, Models.LSTM),
    /** A large language model. */
    W2(Computation.LANGUAGE_MODEL, Models.LARGE, true, Models.LSTM),
    /** A text classifier; its peers compute {@code gru_reset_after}. */
    W3(Computation.CLASSIFIER, Models.TEXTS, true, Models.RESET_AFTER, Models.RESET_BEFORE),
    /** A Transformer. */
    W4(
            Computation.TRANSFORMER,
            new Sizes(Map.of(
                    BATCH, 32, LENGTH, 32, VOCABULARY, 8000, HIDDEN, 256, LAYERS, 3, HEADS, 4, FEED_FORWARD, 1024)),
            true,
            new Variant("tendril", "")),
    /** The large language model going token by token. */
    W5_TOKEN(Computation.NEXT_TOKEN, Models.LARGE.with(BATCH, 1).with(LENGTH, 64), true, Models.LSTM),
    /** The large language model scoring whole sequences. */
    W5_BATCH(Computation.SCORES, Models.LARGE.with(LENGTH, 64), true, Models.LSTM),
    /** An encoder–decoder with attention. */
    W6(
            Computation.ATTENTION,
            new Sizes(Map.of(BATCH, 64, LENGTH, 30, VOCABULARY, 100, EMBEDDING, 64, HIDDEN, 128)),
            true,
            Models.RESET_AFTER,
            Models.RESET_BEFORE),
    /** The small language model, its cell wrapped. */
    W7(
            Computation.LANGUAGE_MODEL,
            Models.SMALL,
            false,
            Models.LSTM,
            new Variant(
                    "tendril, layer_norm and zoneout",
                    "{type: zoneout, probability: 0.1, cell: {type: layer_norm, cell: {type: lstm, units: \"${vars.hidden}\"}}}")),
    /** The text classifier with few units. */
    W8(Computation.CLASSIFIER, Models.TEXTS.with(HIDDEN, 32), true, Models.RESET_AFTER, Models.RESET_BEFORE),
    /** The small language model, its cell built in and somebody else's. */
    W9_LSTM(
            Computation.LANGUAGE_MODEL,
            Models.SMALL,
            false,
            Models.LSTM,
            Models.cell("tendril, acme/lstm", "acme/lstm")),
    /** The text classifier, its cell built in and somebody else's. */
    W9_GRU(
            Computation.CLASSIFIER,
            Models.TEXTS,
            false,
            Models.cell("tendril", "gru"),
            Models.cell("tendril, acme/gru", "acme/gru")),
    /** An update of the large language model: Adam as one loop, as the equation that is built in, as somebody else's. */
    W10(
            Computation.UPDATE,
            Models.LARGE,
            false,
            new Variant("one loop", ""),
            new Variant("tendril, adam", "adam"),
            new Variant("tendril, acme/adam", "acme/adam")),
    /** What the processor can do at most. */
    PEAK(Computation.PEAK, new Sizes(Map.of()), false, new Variant("FMA peak", ""));

    private final Computation computation;
    private final Sizes sizes;
    private final boolean compared;
    private final List<Variant> variants;

    Workload(Computation computation, Sizes sizes, boolean compared, Variant... variants) {
        this.computation = computation;
        this.sizes = sizes;
        this.compared = compared;
        this.variants = List.of(variants);
    }

    /**
     * The workloads of a label: itself, or all its parts, such as those of {@code W5}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static List<Workload> named(String label) {
        String wanted = label.toUpperCase(Locale.ROOT).replace('-', '_');
        List<Workload> found = Arrays.stream(values())
                .filter(workload ->
                        workload.name().equals(wanted) || workload.name().startsWith(wanted + "_"))
                .toList();
        if (found.isEmpty()) {
            List<String> known = Arrays.stream(values()).map(Workload::label).toList();
            throw new IllegalArgumentException("there is no workload '" + label + "'; there are " + known);
        }
        return found;
    }

    /** As it is written on the command line and in tables, such as {@code W5-token}. */
    public String label() {
        int underscore = name().indexOf('_');
        return underscore < 0
                ? name()
                : name().substring(0, underscore)
                        + name().substring(underscore).replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** What a step computes. */
    public Computation computation() {
        return computation;
    }

    /** Its sizes, unless others are asked for. */
    public Sizes sizes() {
        return sizes;
    }

    /** Whether peers compute it too; otherwise Tendril is compared with itself. */
    public boolean compared() {
        return compared;
    }

    /** The ways in which Tendril computes it; the first is what all else is compared with. */
    public List<Variant> variants() {
        return variants;
    }

    /** Sizes and cells that several workloads share. */
    private static final class Models {
        static final Sizes SMALL =
                new Sizes(Map.of(BATCH, 32, LENGTH, 64, VOCABULARY, 100, EMBEDDING, 128, HIDDEN, 256, LAYERS, 1));
        static final Sizes LARGE =
                new Sizes(Map.of(BATCH, 32, LENGTH, 35, VOCABULARY, 10_000, EMBEDDING, 256, HIDDEN, 512, LAYERS, 2));
        static final Sizes TEXTS =
                new Sizes(Map.of(BATCH, 64, LENGTH, 100, VOCABULARY, 10_000, EMBEDDING, 128, HIDDEN, 128, CLASSES, 2));

        static final Variant LSTM = cell("tendril", "lstm");
        static final Variant RESET_AFTER = cell("tendril", "gru_reset_after");
        static final Variant RESET_BEFORE = cell("tendril, gru", "gru");

        private Models() {}

        static Variant cell(String label, String type) {
            return new Variant(label, "{type: " + type + ", units: \"${vars.hidden}\"}");
        }
    }
}
