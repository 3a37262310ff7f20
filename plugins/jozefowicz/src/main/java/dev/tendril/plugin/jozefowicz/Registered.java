package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.Sizes;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * Registers a cell that takes an input of any size.
 *
 * @param name in YAML
 * @param description one sentence
 * @param parameters their record
 * @param units reads H from them
 * @param maker makes the cell
 * @param <P> the parameters
 */
record Registered<P extends Record>(
        String name,
        String description,
        Class<P> parameters,
        ToIntFunction<P> units,
        BiFunction<P, CellContext, Cell<?>> maker)
        implements CellProvider<P> {

    /** An LSTM with a forget gate. */
    static Registered<LstmParameters> lstm(
            String name, String description, BiFunction<LstmParameters, CellContext, Cell<?>> maker) {
        return new Registered<>(name, description, LstmParameters.class, LstmParameters::units, maker);
    }

    /** A cell without a forget gate. */
    static Registered<GatedParameters> gated(
            String name, String description, BiFunction<GatedParameters, CellContext, Cell<?>> maker) {
        return new Registered<>(name, description, GatedParameters.class, GatedParameters::units, maker);
    }

    @Override
    public int outputSize(P given, int inputSize, Sizes nested) {
        return units.applyAsInt(given);
    }

    @Override
    public Cell<?> create(P given, CellContext context) {
        return maker.apply(given, context);
    }
}
