package dev.tendril.api.layer;

import dev.tendril.api.HostImplemented;

/** Where an attention is made. */
@HostImplemented
public interface AttentionContext extends ComponentContext {
    /** Features of the query. */
    int querySize();

    /** Features of the memory's steps. */
    int memorySize();
}
