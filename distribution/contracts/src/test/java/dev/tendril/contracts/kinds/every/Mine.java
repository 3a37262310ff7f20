package dev.tendril.contracts.kinds.every;

import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.NoParameters;

/** What the components have in common: one name, and no parameters. */
abstract class Mine implements ComponentProvider<NoParameters> {
    @Override
    public final String name() {
        return "mine";
    }

    @Override
    public final Class<NoParameters> parameters() {
        return NoParameters.class;
    }
}
