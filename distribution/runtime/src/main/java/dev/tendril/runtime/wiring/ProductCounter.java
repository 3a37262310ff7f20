package dev.tendril.runtime.wiring;

import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.Port;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.Specs;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.explain.WorkCounter;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.tensor.TendrilEngine;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts multiply-adds by computing a model, whose parameters are zeros, node by node on an engine that counts. So a third party's node
 * is counted as ours are, without declaring anything. Used by one thread.
 */
public final class ProductCounter implements WorkCounter, AutoCloseable {
    private final GraphFactory graphs;
    private final ComponentRegistry registry;
    private final TendrilEngine engine =
            TendrilEngine.builder().threads(1).counting(true).build();
    private final Map<Map<String, Long>, Made> made = new HashMap<>();

    /** A counter over the graphs of a factory. */
    public ProductCounter(GraphFactory graphs, ComponentRegistry registry) {
        this.graphs = graphs;
        this.registry = registry;
    }

    private record Made(CheckedModel model, Graph graph) {}

    @Override
    public Map<String, Long> count(CheckedModel model, Map<String, Long> sizes) {
        Map<String, Long> decided = new HashMap<>(sizes);
        model.fields().values().forEach(type -> type.axes().forEach(axis -> decided.remove(WorkCounter.length(axis))));
        Made with = made.computeIfAbsent(decided, each -> make(model, each));
        MadeUpExamples examples = new MadeUpExamples(
                engine, 1, axis -> Math.toIntExact(sizes.getOrDefault(WorkCounter.length(axis), 1L)));
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Pass pass = engine.open(PassOptions.inference())) {
            Evaluation evaluation = with.graph().evaluate(examples.of(with.model()), pass);
            for (String name : with.model().order()) { // sources first: what a node adds is its own
                long before = engine.multiplyAdds();
                compute(evaluation, with.graph().vertex(name).spec());
                counts.put(name, engine.multiplyAdds() - before);
            }
        }
        return counts;
    }

    private static void compute(Evaluation evaluation, NodeSpec node) {
        if (node.head() && node.from().containsKey(Port.TARGET)) {
            evaluation.loss(node.name());
        } else {
            evaluation.outputs(node.name());
        }
    }

    private Made make(CheckedModel model, Map<String, Long> sizes) {
        CheckedModel bound = sizes.isEmpty() ? model : Specs.bind(model, registry, sizes);
        Map<String, Vocabulary> vocabularies = DryCounter.unfitted(bound);
        ParameterStore store = engine.parameters(RandomKey.of(0));
        Blueprint blueprint = new Blueprint(
                bound,
                vocabularies,
                store,
                (path, shape, first) ->
                        store.create(path, engine.constant(shape, new float[Math.toIntExact(shape.elements())])));
        return new Made(bound, graphs.create(blueprint));
    }

    @Override
    public void close() {
        engine.close();
    }
}
