package dev.tendril.api.layer;

import dev.tendril.api.HostImplemented;

/** Where a component is made that works on vectors of one size: a normalisation, a position encoding, a pooling. */
@HostImplemented
public interface FeatureContext extends ComponentContext {
    /** Features of the vectors, D. */
    int features();
}
