package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.training.Optimizer;
import java.util.function.Function;

/**
 * Registers an optimiser.
 *
 * @param name in YAML
 * @param description one sentence
 * @param parameters their record
 * @param maker makes it
 * @param <P> the parameters
 */
record Registered<P extends Record>(
        String name, String description, Class<P> parameters, Function<P, Optimizer<?>> maker)
        implements OptimizerProvider<P> {

    @Override
    public Optimizer<?> create(P given) {
        return maker.apply(given);
    }
}
