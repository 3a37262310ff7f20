package dev.tendril.runtime.component;

import dev.tendril.api.spi.Kind;
import java.util.Map;
import java.util.Set;

/**
 * Names of components that are planned and may not exist yet, so that a file which uses one is told apart from a file with a slip of
 * the pen. A name that is installed is found before anyone looks here.
 */
final class Roadmap {
    private static final Map<Kind, Set<String>> NAMES = Map.ofEntries(
            Map.entry(
                    Kind.CELL,
                    Set.of(
                            "mut1",
                            "mut2",
                            "mut3",
                            "lstm_peephole",
                            "lstm_coupled",
                            "lstm_layer_norm",
                            "lstm_no_input_gate",
                            "lstm_no_forget_gate",
                            "lstm_no_output_gate",
                            "residual")),
            Map.entry(
                    Kind.ATTENTION,
                    Set.of(
                            "scaled_dot",
                            "general",
                            "biased_general",
                            "activated_general",
                            "concat",
                            "cosine",
                            "deep",
                            "convolution",
                            "location",
                            "location_aware",
                            "multi_head",
                            "multi_dimensional")),
            Map.entry(Kind.DISTRIBUTION, Set.of("sigmoid", "sparsemax", "local_monotonic", "local_predictive", "hard")),
            Map.entry(Kind.NORMALIZATION, Set.of("layer_norm", "rms_norm")),
            Map.entry(Kind.POSITION, Set.of("sinusoidal", "learned", "rotary")),
            Map.entry(Kind.POOLING, Set.of("attention", "structured_attention")),
            Map.entry(
                    Kind.NODE,
                    Set.of(
                            "transformer",
                            "transformer_steps",
                            "self_attention",
                            "co_attention",
                            "positions",
                            "subsample",
                            "reverse",
                            "concat",
                            "windows",
                            "residual")),
            Map.entry(Kind.HEAD, Set.of("tagger", "language_model", "frame_regression", "ctc", "crf")),
            Map.entry(Kind.LOSS, Set.of("ctc")),
            Map.entry(Kind.METRIC, Set.of("bleu", "chrf", "ter", "rouge_l", "perplexity", "token_accuracy")),
            Map.entry(Kind.OPTIMIZER, Set.of("adagrad", "rmsprop", "adadelta", "adamw", "amsgrad", "nadam", "lion")),
            Map.entry(
                    Kind.SCHEDULE,
                    Set.of("step", "exponential", "cosine", "noam", "plateau", "one_cycle", "halve_after_epoch")),
            Map.entry(Kind.CLIPPING, Set.of("per_parameter")),
            Map.entry(Kind.TOKENIZER, Set.of("bytes", "regex", "bpe", "unigram", "wordpiece")),
            Map.entry(Kind.READER, Set.of("conll", "npy", "images")),
            Map.entry(Kind.SEARCH, Set.of("viterbi", "ctc_beam")));

    private Roadmap() {}

    static boolean planned(Kind kind, String name) {
        return NAMES.getOrDefault(kind, Set.of()).contains(name);
    }
}
