package dev.tendril.runtime.wiring;

import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.runtime.component.ComponentRegistry;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What all components of one model are made with.
 *
 * @param components the providers
 * @param sizes of nested components
 * @param store holds the parameters made so far
 * @param source makes parameters
 * @param vocabularies by field
 * @param first makes the node of a name before its parameters are shared
 */
record Workshop(
        Components components,
        NestedSizes sizes,
        ParameterStore store,
        ParameterSource source,
        Map<String, Vocabulary> vocabularies,
        Consumer<String> first) {

    static Workshop of(ComponentRegistry registry, Blueprint blueprint, Consumer<String> first) {
        Components components = new Components(registry);
        return new Workshop(
                components,
                new NestedSizes(components),
                blueprint.store(),
                blueprint.source(),
                blueprint.vocabularies(),
                first);
    }
}
