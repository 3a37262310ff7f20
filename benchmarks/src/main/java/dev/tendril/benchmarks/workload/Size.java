package dev.tendril.benchmarks.workload;

import java.util.Locale;

/** A number that the cost of a workload depends on. */
public enum Size {
    /** Rows computed at once. */
    BATCH,
    /** Steps of a sequence; of source and target alike. */
    LENGTH,
    /** Tokens. */
    VOCABULARY,
    /** Features of an embedding. */
    EMBEDDING,
    /** Hidden units; of attention too. Of a Transformer: features. */
    HIDDEN,
    /** Layers one above the other; of encoder and decoder alike. */
    LAYERS,
    /** Labels. */
    CLASSES,
    /** Attention heads. */
    HEADS,
    /** Units of a feed-forward layer. */
    FEED_FORWARD;

    /** As it is written on the command line and in model files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
