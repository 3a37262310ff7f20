package dev.tendril.testkit;

import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.runtime.wiring.ComponentBench;
import dev.tendril.tensor.TendrilEngine;
import java.util.List;
import java.util.Map;

/**
 * What Tendril relies on in a pooling.
 *
 * @param <P> the pooling's parameters
 */
public abstract class PoolingContract<P extends Record> extends ComputingContract<P> {
    private static final String X = "x";
    private final int features;

    /**
     * The contract of one pooling.
     *
     * @param plugin that brings the pooling
     * @param examples its name and parameters
     * @param features of the steps
     */
    protected PoolingContract(Class<? extends Plugin> plugin, Examples<P> examples, int features) {
        super(Kind.POOLING, plugin, examples);
        this.features = features;
    }

    private Pooling pooling(Trial trial, ComponentBench bench) {
        return bench.place("tried").pooling(trial.as(), "pooling", features);
    }

    @Override
    final Subject subject(Trial trial, Engine engine, long seed) {
        ComponentBench bench = trial.bench(engine, seed);
        Pooling pooling = pooling(trial, bench);
        return new Subject(
                bench.parameters(),
                List.of(Input.vectors(X, features)),
                (given, pass) -> Map.of(
                        "pooled",
                        Subject.Output.rows(pooling.pool(given.sequence(X).in(pass), pass))));
    }

    @Override
    final List<Check> own(Trial trial) {
        return List.of(
                new Check("the vector has the size that was inferred", () -> size(trial)),
                new Check("a row of length 0 gives zeros", () -> emptyRow(trial)));
    }

    private void size(Trial trial) {
        try (TendrilEngine engine = Engines.plain();
                Pass pass = engine.open(PassOptions.inference())) {
            ComponentBench bench = trial.bench(engine, 5);
            Shape inferred = Shape.of(Samples.ROWS, bench.place("tried").poolingOutputSize(trial.as(), features));
            Sequence x = Sequence.of(pass.ones(Shape.of(Samples.ROWS, 5, features)), Samples.lengths());
            Sizes.check(
                    "the pooled vector has the size that was inferred",
                    inferred,
                    pooling(trial, bench).pool(x, pass).shape());
        }
    }

    private void emptyRow(Trial trial) {
        try (TendrilEngine engine = Engines.plain();
                Pass pass = engine.open(PassOptions.inference())) {
            Pooling pooling = pooling(trial, trial.bench(engine, 5));
            Sequence x = Sequence.of(pass.ones(Shape.of(1, 5, features)), Lengths.of(0));
            Numbers pooled = Numbers.of(pooling.pool(x, pass));
            Numbers zeros = new Numbers(pooled.shape(), new double[pooled.values().length]);
            new Same("expected", "pooled")
                    .bits("a row without steps gives zeros", Map.of("vector", zeros), Map.of("vector", pooled));
        }
    }
}
