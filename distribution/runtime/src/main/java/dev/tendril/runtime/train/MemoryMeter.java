package dev.tendril.runtime.train;

import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Precision;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.explain.MemoryEstimate;
import dev.tendril.runtime.spec.TrainingSpec;
import dev.tendril.runtime.wiring.GraphFactory;
import dev.tendril.runtime.wiring.Rehearsal;
import dev.tendril.tensor.TendrilEngine;
import dev.tendril.training.UpdateRule;

/**
 * Estimates what training keeps in memory, by two steps on small batches of zeros: what a batch needs grows evenly with its examples, so
 * two measurements say what a large one needs.
 *
 * @param workbench makes graphs and components
 * @param model whose sizes are numbers
 */
public record MemoryMeter(Workbench workbench, CheckedModel model) {
    /** The larger of the two batches has this part of the examples of a real one. */
    private static final int SMALLER = 16;

    /**
     * What a step keeps.
     *
     * @param parameters numbers of the model
     * @param remembered numbers of optimisers and means
     * @param bytes in use at most
     */
    private record Measured(long parameters, long remembered, long bytes) {}

    /**
     * The estimate.
     *
     * @param steps of every sequence; fewer where {@code bptt_steps} cuts it
     */
    public MemoryEstimate estimate(int steps) {
        TrainingSpec training = model.spec().training();
        int examples = (training.batchSize() + training.shards() - 1) / training.shards();
        int window = training.bpttSteps().map(cut -> Math.min(cut, steps)).orElse(steps);
        int rows = Math.max(1, examples / SMALLER);
        Measured few = measure(rows, window);
        Measured twice = measure(2 * rows, window);
        long each = (twice.bytes - few.bytes) / rows;
        int number = workbench.engine().precision() == Precision.FLOAT32 ? Float.BYTES : Double.BYTES;
        return new MemoryEstimate(
                few.parameters * number,
                few.remembered * number,
                few.bytes + each * (examples - rows),
                examples,
                window);
    }

    private Measured measure(int rows, int steps) {
        GraphFactory graphs = workbench.graphs();
        try (TendrilEngine engine = TendrilEngine.builder()
                .precision(workbench.engine().precision())
                .threads(1)
                .build()) {
            return new Rehearsal(graphs, engine)
                    .run(
                            model,
                            rows,
                            steps,
                            store ->
                                    new Measured(store.elements(), remembered(engine, store), engine.mostBytesInUse()));
        }
    }

    private long remembered(TendrilEngine engine, ParameterStore store) {
        UpdateRule rule = new Components(workbench.registry()).rule(model.spec().training());
        return rule.remembered(store, engine);
    }
}
