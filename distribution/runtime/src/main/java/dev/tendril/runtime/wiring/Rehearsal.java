package dev.tendril.runtime.wiring;

import dev.tendril.api.cell.CellPlan;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.spec.NodeSpec;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Function;

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
        return run(model, 1, STEPS, store -> engine.plans());
    }

    /**
     * What is known after one step on examples of zeros, before its pass closes.
     *
     * @param rows how many examples
     * @param steps of every time axis
     * @param after asks for it
     */
    public <T> T run(CheckedModel model, int rows, int steps, Function<ParameterStore, T> after) {
        RandomKey key = RandomKey.of(model.spec().seed());
        ParameterStore store = engine.parameters(key);
        Graph graph = graphs.create(Blueprint.fresh(model, DryCounter.unfitted(model), store));
        try (Pass pass = engine.open(PassOptions.training(key, 0))) {
            MadeUpExamples examples = new MadeUpExamples(engine, rows, axis -> steps);
            Evaluation evaluation = graph.evaluate(examples.of(model), pass);
            Tensor loss = pass.zeros(Shape.scalar());
            for (NodeSpec head : graph.heads()) {
                loss = loss.plus(evaluation.loss(head.name()).total());
            }
            engine.gradients(loss, store.parameters());
            return after.apply(store);
        } finally {
            Reference.reachabilityFence(graph); // an engine forgets the cells that nobody holds
        }
    }
}
