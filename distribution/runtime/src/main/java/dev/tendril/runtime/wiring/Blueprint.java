package dev.tendril.runtime.wiring;

import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.TensorStore;
import dev.tendril.runtime.check.CheckedModel;
import java.util.Map;

/**
 * What a graph is made from.
 *
 * @param model whose sizes are all known
 * @param vocabularies by field
 * @param store that its parameters are made in
 * @param source where their first values come from
 */
public record Blueprint(
        CheckedModel model, Map<String, Vocabulary> vocabularies, ParameterStore store, ParameterSource source) {
    public Blueprint {
        vocabularies = Map.copyOf(vocabularies);
    }

    /** A graph whose parameters have the values their initializers give. */
    public static Blueprint fresh(CheckedModel model, Map<String, Vocabulary> vocabularies, ParameterStore store) {
        return new Blueprint(model, vocabularies, store, store::create);
    }

    /** A graph whose parameters have stored values; all of the right shape, as {@link GraphFactory#shapes} tells beforehand. */
    public static Blueprint stored(
            CheckedModel model, Map<String, Vocabulary> vocabularies, ParameterStore store, TensorStore.Stored values) {
        return new Blueprint(model, vocabularies, store, (path, shape, first) -> store.create(path, values.read(path)));
    }
}
