package dev.tendril.runtime.wiring;

import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.Element;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.ParameterCounter;
import dev.tendril.runtime.check.Specs;
import dev.tendril.runtime.component.ComponentRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts learnt numbers by making the graph in a store that keeps shapes alone. */
public final class DryCounter implements ParameterCounter {
    private static final int SPECIALS = 3;

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
        graphs.shapes(bound, placeholders(bound)).forEach((path, shape) -> counts.put(path, shape.elements()));
        return counts;
    }

    /** Vocabularies of the right sizes, whose tokens are their numbers. */
    static Map<String, Vocabulary> placeholders(CheckedModel model) {
        Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
        model.fields().forEach((field, type) -> {
            if (!(type.element() instanceof Element.Real)) {
                vocabularies.put(field, placeholder(type.vocabulary().intValue()));
            }
        });
        return vocabularies;
    }

    private static Vocabulary placeholder(int size) {
        List<String> tokens = new ArrayList<>();
        for (int id = 0; id < size; id++) {
            tokens.add(Integer.toString(id));
        }
        boolean specials = size >= SPECIALS;
        return new Vocabulary(new Vocabulary.Table(
                tokens,
                specials ? Optional.of(0) : Optional.empty(),
                specials ? Optional.of(1) : Optional.empty(),
                specials ? Optional.of(2) : Optional.empty()));
    }
}
