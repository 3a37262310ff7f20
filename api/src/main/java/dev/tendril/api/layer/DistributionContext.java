package dev.tendril.api.layer;

import dev.tendril.api.HostImplemented;

/** Where a distribution is made. */
@HostImplemented
public interface DistributionContext extends ComponentContext {
    /** Features of the query, Q. */
    int querySize();
}
