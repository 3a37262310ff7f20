package dev.tendril.nlp.vocabulary;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.VocabularyProvider;
import java.util.List;

/** Registers {@code frequency}. */
public final class FrequencyProvider implements VocabularyProvider<FrequencyParameters> {
    @Override
    public String name() {
        return "frequency";
    }

    @Override
    public Class<FrequencyParameters> parameters() {
        return FrequencyParameters.class;
    }

    @Override
    public String description() {
        return "The tokens of the training split, the most frequent first, with cut-offs by count and size.";
    }

    @Override
    public Fitted<?, List<String>, Vocabulary> create(FrequencyParameters parameters, Role role) {
        if (role == Role.LABELS && parameters.minCount() > 1) {
            throw new InvalidParameter("minCount", refused("min_count"));
        }
        if (role == Role.LABELS && parameters.maxSize().isPresent()) {
            throw new InvalidParameter("maxSize", refused("max_size"));
        }
        return new FrequencyVocabulary(parameters, role);
    }

    private static String refused(String key) {
        return key + " would leave out labels, and an example with a label left out cannot be learnt from; remove it";
    }
}
