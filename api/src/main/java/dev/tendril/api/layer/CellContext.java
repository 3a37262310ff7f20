package dev.tendril.api.layer;

import dev.tendril.api.HostImplemented;

/** Where a cell is made. */
@HostImplemented
public interface CellContext extends ComponentContext {
    /** Features of the input, I. */
    int inputSize();
}
