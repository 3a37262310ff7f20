package dev.tendril.benchmarks.workload;

import static dev.tendril.benchmarks.workload.Size.BATCH;
import static dev.tendril.benchmarks.workload.Size.CLASSES;
import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.FEED_FORWARD;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.LENGTH;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

/**
 * What a step computes, whatever the sizes. Training is forward, backward and one update by Adam; the same random ids at every step, all
 * rows of the same length.
 */
public enum Computation {
    /** Training: embedding, LSTM layers, a readout at every step, cross-entropy. */
    LANGUAGE_MODEL {
        @Override
        double products(Sizes sizes) {
            return tokens(sizes) * (lstmLayers(sizes) + (double) sizes.product(HIDDEN, VOCABULARY));
        }
    },
    /** Training: embedding, a bidirectional GRU, a readout of both last states, cross-entropy. */
    CLASSIFIER {
        @Override
        double products(Sizes sizes) {
            double step = 2 * gru(sizes, sizes.get(EMBEDDING));
            return tokens(sizes) * step + 2.0 * sizes.product(BATCH, HIDDEN, CLASSES);
        }
    },
    /** Training: an encoder–decoder of multi-head attention and feed-forward layers, sinusoidal positions. */
    TRANSFORMER {
        @Override
        double products(Sizes sizes) {
            double projections = 12.0 * sizes.product(HIDDEN, HIDDEN);
            double attention = 6.0 * sizes.product(LENGTH, HIDDEN);
            double feedForward = 4.0 * sizes.product(HIDDEN, FEED_FORWARD);
            double layers = sizes.get(LAYERS) * (projections + attention + feedForward);
            return tokens(sizes) * (layers + sizes.product(HIDDEN, VOCABULARY));
        }
    },
    /** Training: a bidirectional GRU encoder, a GRU decoder with additive attention before the step, a readout of state and context. */
    ATTENTION {
        @Override
        double products(Sizes sizes) {
            double memory = 2.0 * sizes.get(HIDDEN);
            double encoder = 2 * gru(sizes, sizes.get(EMBEDDING)) + memory * sizes.get(HIDDEN);
            double look = sizes.product(HIDDEN, HIDDEN) + sizes.get(LENGTH) * (sizes.get(HIDDEN) + memory);
            double decoder = look + gru(sizes, sizes.get(EMBEDDING) + memory);
            double readout = (sizes.get(HIDDEN) + memory) * sizes.get(VOCABULARY);
            return tokens(sizes) * (encoder + decoder + readout);
        }
    },
    /** Inference: token after token at batch 1, the scores of the next token after each; times are those of one token. */
    NEXT_TOKEN {
        @Override
        double products(Sizes sizes) {
            return LANGUAGE_MODEL.products(sizes);
        }

        @Override
        public int parts(Sizes sizes) {
            return sizes.get(LENGTH);
        }

        @Override
        public boolean trains() {
            return false;
        }
    },
    /** Inference: whole sequences, the scores of the next token at every step. */
    SCORES {
        @Override
        double products(Sizes sizes) {
            return LANGUAGE_MODEL.products(sizes);
        }

        @Override
        public boolean trains() {
            return false;
        }
    },
    /** One update by Adam of all parameters of a language model. */
    UPDATE {
        @Override
        double products(Sizes sizes) {
            return 0;
        }

        @Override
        public boolean trains() {
            return false;
        }

        @Override
        public long tokens(Sizes sizes) {
            return 0;
        }
    },
    /** Fused multiply-adds on registers alone: what the processor can do at most. */
    PEAK {
        @Override
        double products(Sizes sizes) {
            return MULTIPLY_ADDS;
        }

        @Override
        public boolean trains() {
            return false;
        }

        @Override
        public long tokens(Sizes sizes) {
            return 0;
        }
    };

    /** Multiply-adds of a step of {@link #PEAK}, of all threads together. */
    public static final long MULTIPLY_ADDS = 3L << 30;

    /** Multiplications of the matrix products of a forward step. */
    abstract double products(Sizes sizes);

    /** Whether a step trains a model: forward, backward and an update. */
    public boolean trains() {
        return true;
    }

    /** Equal parts of a step that are reported instead of the step. */
    public int parts(Sizes sizes) {
        return 1;
    }

    /** Tokens of a step; of an encoder–decoder those of the target; 0 if there are none. */
    public long tokens(Sizes sizes) {
        return sizes.product(BATCH, LENGTH);
    }

    /** Floating-point operations of the products of a step, of which backward takes twice as many as forward; 0 if there are none. */
    public double flops(Sizes sizes) {
        return 2 * products(sizes) * (trains() ? 3 : 1);
    }

    private static double lstmLayers(Sizes sizes) {
        double first = 4.0 * sizes.get(HIDDEN) * (sizes.get(EMBEDDING) + sizes.get(HIDDEN));
        double further = 8.0 * sizes.product(HIDDEN, HIDDEN);
        return first + (sizes.get(LAYERS) - 1) * further;
    }

    private static double gru(Sizes sizes, double inputs) {
        return 3.0 * sizes.get(HIDDEN) * (inputs + sizes.get(HIDDEN));
    }
}
