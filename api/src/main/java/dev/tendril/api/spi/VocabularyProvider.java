package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Vocabulary;
import java.util.List;

/**
 * Registers a way to choose the tokens that have ids.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface VocabularyProvider<P extends Record> extends ComponentProvider<P> {
    /**
     * Makes what fits and builds it from token lists.
     *
     * @param role what the vocabulary is for
     */
    Fitted<?, List<String>, Vocabulary> create(P parameters, Role role);

    /** What a vocabulary is for. */
    enum Role {
        /** Tokens of sequences: unknown, begin and end tokens stand first, with the ids 0, 1 and 2. */
        TOKENS,
        /** Class labels: no special tokens; a label not seen in training is an error. */
        LABELS
    }
}
