package dev.tendril.runtime.wiring;

import dev.tendril.api.cell.CellPlan;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.spec.NodeSpec;
import java.lang.ref.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of training on a made-up example, of which nothing is kept but how the engine ran its recurrences. A plan depends neither on
 * the numbers nor on how many rows and steps there are.
 *
 * @param graphs makes the graph
 * @param engine runs it, and has run nothing before
 */
public record Rehearsal(GraphFactory graphs, Engine engine) {
    private static final int STEPS = 2;

    /** How the recurrences of a model are run, forwards and backwards; all sizes of the model are numbers. */
    public List<CellPlan> plans(CheckedModel model) {
        RandomKey key = RandomKey.of(model.spec().seed());
        ParameterStore store = engine.parameters(key);
        Graph graph = graphs.create(Blueprint.fresh(model, DryCounter.placeholders(model), store));
        try (Pass pass = engine.open(PassOptions.training(key, 0))) {
            Evaluation evaluation = graph.evaluate(example(model), pass);
            Tensor loss = pass.zeros(Shape.scalar());
            for (NodeSpec head : graph.heads()) {
                loss = loss.plus(evaluation.loss(head.name()).total());
            }
            engine.gradients(loss, store.parameters());
            return engine.plans();
        } finally {
            Reference.reachabilityFence(graph); // an engine forgets the cells that nobody holds
        }
    }

    private Map<String, Value> example(CheckedModel model) {
        Map<String, Value> values = new LinkedHashMap<>();
        model.fields().forEach((field, type) -> values.put(field, value(type)));
        return values;
    }

    private Value value(EdgeType type) {
        boolean single = type.levels() == 0;
        List<Lengths> lengths = single ? List.of() : List.of(Lengths.all(1, STEPS));
        if (type.element() instanceof Element.Id) {
            Shape shape = single ? Shape.of(1) : Shape.of(1, STEPS);
            return new IdSequence(Ids.of(shape, new int[(int) shape.elements()]), lengths);
        }
        int size = (type.element() instanceof Element.IdSet set ? set.vocabulary() : type.features()).intValue();
        Shape shape = single ? Shape.of(1, size) : Shape.of(1, STEPS, size);
        return new Sequence(engine.constant(shape, new float[(int) shape.elements()]), lengths);
    }
}
