package dev.tendril.training.clipping;

import dev.tendril.api.spi.ClippingProvider;
import dev.tendril.api.training.Clipping;

/** Registers {@code norm}. */
public final class NormClippingProvider implements ClippingProvider<NormClippingParameters> {
    @Override
    public String name() {
        return "norm";
    }

    @Override
    public Class<NormClippingParameters> parameters() {
        return NormClippingParameters.class;
    }

    @Override
    public String description() {
        return "Scales all gradients together so that their common L2 norm is at most a bound (Pascanu et al. 2013).";
    }

    @Override
    public Clipping create(NormClippingParameters parameters) {
        return new NormClipping(parameters.max());
    }
}
