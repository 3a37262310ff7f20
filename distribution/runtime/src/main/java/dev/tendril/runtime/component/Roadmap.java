package dev.tendril.runtime.component;

import dev.tendril.api.spi.Kind;
import java.util.Map;
import java.util.Set;

/**
 * Names of components that are planned and may not exist yet, so that a file which uses one is told apart from a file with a slip of
 * the pen. A name that is installed is found before anyone looks here; those of the distribution's plugins stand in
 * {@link BundledPlugins}.
 */
final class Roadmap {
    private static final Map<Kind, Set<String>> NAMES = Map.ofEntries(
            Map.entry(Kind.NORMALIZATION, Set.of("rms_norm")),
            Map.entry(Kind.POOLING, Set.of("structured_attention")),
            Map.entry(Kind.NODE, Set.of("positions", "subsample", "windows", "residual")),
            Map.entry(Kind.HEAD, Set.of("tagger", "language_model", "frame_regression", "ctc", "crf")),
            Map.entry(Kind.LOSS, Set.of("ctc")),
            Map.entry(Kind.METRIC, Set.of("bleu", "chrf", "ter", "rouge_l", "perplexity", "token_accuracy")),
            Map.entry(Kind.READER, Set.of("conll", "npy", "images")),
            Map.entry(Kind.SEARCH, Set.of("viterbi", "ctc_beam")));

    private Roadmap() {}

    static boolean planned(Kind kind, String name) {
        return NAMES.getOrDefault(kind, Set.of()).contains(name);
    }
}
