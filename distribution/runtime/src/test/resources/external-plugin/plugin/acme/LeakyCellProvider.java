package acme;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.Sizes;

/** Registers the leaky cell. */
public final class LeakyCellProvider implements CellProvider<LeakyCellProvider.Parameters> {

    /**
     * Its parameters.
     *
     * @param units hidden size
     * @param timeConstant steps after which a value has mostly leaked in
     */
    public record Parameters(
            @Param("Hidden units.") @Range(min = 1) int units,
            @Param("Steps after which a value has mostly leaked in.")
                    @Default("2.0")
                    @Range(min = 0, minExclusive = true)
                    double timeConstant) {}

    @Override
    public String name() {
        return "leaky";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public String description() {
        return "A leaky integrator (Jaeger et al. 2007).";
    }

    @Override
    public int outputSize(Parameters parameters, int inputSize, Sizes nested) {
        return parameters.units();
    }

    @Override
    public Cell<?> create(Parameters parameters, CellContext context) {
        return LeakyCell.create(parameters, context);
    }
}
