package dev.tendril.testkit;

import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Engine;
import dev.tendril.tensor.TendrilEngine;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Tendril relies on in every component that computes tensors: its gradients, its padding, its bits, its parameters.
 *
 * @param <P> the component's parameters
 */
public abstract class ComputingContract<P extends Record> extends ComponentContract<P> {
    ComputingContract(Kind kind, Class<? extends Plugin> plugin, Examples<P> examples) {
        super(kind, plugin, examples);
    }

    @Override
    final void smoke(Trial trial) {
        try (TendrilEngine engine = Engines.plain()) {
            Run run = Run.of(engine, (on, seed) -> subject(trial, on, seed));
            run.outputs(run.batch(), true);
        }
    }

    @Override
    final List<Check> checks(Trial trial) {
        ComputingChecks general =
                new ComputingChecks((on, seed) -> subject(trial, on, seed), independentOf(), stepByStepSince());
        return Stream.concat(general.all().stream(), own(trial).stream()).toList();
    }

    /**
     * Why an engine has no plan for its recurrences, in the engine's words, and so runs them step by step: slower, and right all the
     * same. Empty unless a component has to; then a plan is demanded.
     */
    protected String stepByStepSince() {
        return "";
    }

    /** Paths of parameters, and names of inputs, that no output depends on; none unless a component says so. */
    List<String> independentOf() {
        return List.of();
    }

    /** What is computed of the component, its parameters starting from a seed. */
    abstract Subject subject(Trial trial, Engine engine, long seed);

    /** The checks of this kind alone. */
    abstract List<Check> own(Trial trial);
}
