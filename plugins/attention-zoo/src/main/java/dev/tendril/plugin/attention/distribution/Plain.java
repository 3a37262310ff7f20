package dev.tendril.plugin.attention.distribution;

import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.DistributionContext;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.NoParameters;

/**
 * Registers a distribution of scores alone, without parameters.
 *
 * @param name in YAML
 * @param description one sentence
 * @param weighing what it does
 */
record Plain(String name, String description, Distribution.Weighing weighing)
        implements DistributionProvider<NoParameters> {
    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public Distribution<?> create(NoParameters parameters, DistributionContext context) {
        return Distribution.stateless(weighing);
    }
}
