package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.Sizes;
import java.util.function.BiFunction;

/**
 * Registers a cell in whose equation the input stands bare.
 *
 * @param name in YAML
 * @param description one sentence
 * @param maker makes the cell
 */
record BareProvider(String name, String description, BiFunction<BareParameters, CellContext, Cell<?>> maker)
        implements CellProvider<BareParameters> {

    @Override
    public Class<BareParameters> parameters() {
        return BareParameters.class;
    }

    @Override
    public int outputSize(BareParameters given, int inputSize, Sizes nested) {
        if (given.mode() == BareParameters.Mode.STRICT && given.units() != inputSize) {
            throw new InvalidGraph(
                    Port.INPUT,
                    InvalidGraph.Kind.SIZE_MISMATCH,
                    "a strict " + name + " adds its input, of size " + inputSize + ", to its state, of size "
                            + given.units() + "; give it as many units as its input has features, or mode: projected");
        }
        return given.units();
    }

    @Override
    public Cell<?> create(BareParameters given, CellContext context) {
        return maker.apply(given, context);
    }
}
