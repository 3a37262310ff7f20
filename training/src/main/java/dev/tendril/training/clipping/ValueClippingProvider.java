package dev.tendril.training.clipping;

import dev.tendril.api.spi.ClippingProvider;
import dev.tendril.api.training.Clipping;

/** Registers {@code value}. */
public final class ValueClippingProvider implements ClippingProvider<ValueClippingParameters> {
    @Override
    public String name() {
        return "value";
    }

    @Override
    public Class<ValueClippingParameters> parameters() {
        return ValueClippingParameters.class;
    }

    @Override
    public String description() {
        return "Bounds every element of every gradient to an interval around 0 (Mikolov 2012).";
    }

    @Override
    public Clipping create(ValueClippingParameters parameters) {
        return new ValueClipping(parameters.max());
    }
}
