package dev.tendril.testkit;

import dev.tendril.api.layer.Normalization;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Engine;
import dev.tendril.runtime.wiring.ComponentBench;
import java.util.List;
import java.util.Map;

/**
 * What Tendril relies on in a normalisation.
 *
 * @param <P> the normalisation's parameters
 */
public abstract class NormalizationContract<P extends Record> extends ComputingContract<P> {
    private final int features;

    /**
     * The contract of one normalisation.
     *
     * @param plugin that brings the normalisation
     * @param examples its name and parameters
     * @param features of the vectors
     */
    protected NormalizationContract(Class<? extends Plugin> plugin, Examples<P> examples, int features) {
        super(Kind.NORMALIZATION, plugin, examples);
        this.features = features;
    }

    private Normalization normalization(Trial trial, ComponentBench bench) {
        return bench.place("tried").normalization(trial.as(), "normalization", features);
    }

    @Override
    final Subject subject(Trial trial, Engine engine, long seed) {
        ComponentBench bench = trial.bench(engine, seed);
        Normalization normalization = normalization(trial, bench);
        return Pointwise.subject(bench.parameters(), features, Map.of("values", (x, pass) -> normalization.apply(x)));
    }

    @Override
    final List<Check> own(Trial trial) {
        return List.of(
                new Check(
                        "the output has the shape of the input",
                        () -> Pointwise.sameShape(
                                features, engine -> normalization(trial, trial.bench(engine, 5))::apply)),
                new Check(
                        "every vector is normalised alone",
                        () -> Pointwise.alone(
                                "a vector does not depend on those beside it",
                                features,
                                features,
                                engine -> normalization(trial, trial.bench(engine, 5))::apply)));
    }
}
