package dev.tendril.layers.initialization;

import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Initializer;

/**
 * Registers an initializer that gives every element one known number.
 *
 * @param name in YAML
 * @param description one sentence
 * @param value the number
 */
record Filled(String name, String description, double value) implements InitializerProvider<NoParameters> {
    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public Initializer create(NoParameters parameters) {
        return new Constant(value);
    }
}
