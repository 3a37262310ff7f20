package dev.tendril.runtime.wiring;

import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.Element;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.ParameterCounter;
import dev.tendril.runtime.check.Specs;
import dev.tendril.runtime.component.ComponentRegistry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts learnt numbers by making the graph in a store that keeps shapes alone. */
public final class DryCounter implements ParameterCounter {
    private final GraphFactory graphs;
    private final ComponentRegistry registry;

    /** A counter over the graphs of a factory. */
    public DryCounter(GraphFactory graphs, ComponentRegistry registry) {
        this.graphs = graphs;
        this.registry = registry;
    }

    @Override
    public Map<String, Long> count(CheckedModel model, Map<String, Long> sizes) {
        CheckedModel bound = Specs.bind(model, registry, sizes);
        Map<String, Long> counts = new LinkedHashMap<>();
        graphs.shapes(bound, unfitted(bound)).forEach((path, shape) -> counts.put(path, shape.elements()));
        return counts;
    }

    /** Vocabularies of the right sizes by field, which nobody fitted. */
    static Map<String, Vocabulary> unfitted(CheckedModel model) {
        Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
        model.fields().forEach((field, type) -> {
            if (!(type.element() instanceof Element.Real)) {
                vocabularies.put(field, Vocabulary.unfitted(type.vocabulary().intValue()));
            }
        });
        return vocabularies;
    }
}
