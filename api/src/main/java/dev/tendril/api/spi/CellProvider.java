package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.cell.Cell;
import dev.tendril.api.layer.CellContext;

/**
 * Registers a cell.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface CellProvider<P extends Record> extends ComponentProvider<P> {
    /**
     * Features of the cell's output; allocates nothing.
     *
     * @param inputSize features of the input
     * @param nested sizes of components named in the parameters
     */
    int outputSize(P parameters, int inputSize, Sizes nested);

    /** Makes it. */
    Cell<?> create(P parameters, CellContext context);
}
