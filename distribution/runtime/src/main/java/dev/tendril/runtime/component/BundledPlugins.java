package dev.tendril.runtime.component;

import dev.tendril.api.spi.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the plugins bring that come with the distribution, so that a file which names one of their components where the plugin is
 * missing is told which plugin it needs. A name that is installed is found before anyone looks here.
 */
final class BundledPlugins {
    private static final List<Brought> ALL = List.of(
            new Brought(
                    "jozefowicz",
                    Kind.CELL,
                    Set.of(
                            "mut1",
                            "mut2",
                            "mut3",
                            "lstm_peephole",
                            "lstm_coupled",
                            "lstm_no_input_gate",
                            "lstm_no_forget_gate",
                            "lstm_no_output_gate")),
            new Brought(
                    "attention-zoo",
                    Kind.ATTENTION,
                    Set.of(
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
            new Brought(
                    "attention-zoo",
                    Kind.DISTRIBUTION,
                    Set.of("sigmoid", "sparsemax", "local_monotonic", "local_predictive", "hard")),
            new Brought("attention-zoo", Kind.POOLING, Set.of("attention")),
            new Brought("attention-zoo", Kind.NODE, Set.of("self_attention", "co_attention", "segments")),
            new Brought(
                    "optimizers",
                    Kind.OPTIMIZER,
                    Set.of("adagrad", "rmsprop", "rmsprop_graves", "adadelta", "adamw", "amsgrad", "nadam", "lion")),
            new Brought(
                    "optimizers",
                    Kind.SCHEDULE,
                    Set.of("step", "exponential", "cosine", "plateau", "one_cycle", "halve_after_epoch")),
            new Brought("optimizers", Kind.CLIPPING, Set.of("per_parameter")),
            new Brought("optimizers", Kind.AVERAGING, Set.of("since_epoch")),
            new Brought("tokenizers", Kind.TOKENIZER, Set.of("bytes", "regex", "bpe", "unigram", "wordpiece")));

    private BundledPlugins() {}

    /** The components of one kind that a plugin brings. */
    private record Brought(String plugin, Kind kind, Set<String> names) {
        boolean means(Kind wanted, String name) {
            int slash = name.indexOf('/');
            boolean here = slash < 0 || name.substring(0, slash).equals(plugin);
            return here && kind == wanted && names.contains(name.substring(slash + 1));
        }
    }

    /**
     * The id of the plugin that brings a component.
     *
     * @param name short or canonical
     */
    static Optional<String> bringing(Kind kind, String name) {
        return ALL.stream()
                .filter(each -> each.means(kind, name))
                .map(Brought::plugin)
                .findFirst();
    }
}
