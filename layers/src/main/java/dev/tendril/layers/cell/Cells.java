package dev.tendril.layers.cell;

import dev.tendril.api.spi.CellProvider;
import java.util.List;

/** The cells of the core. */
public final class Cells {
    private Cells() {}

    /** What registers them. */
    public static List<CellProvider<?>> providers() {
        return List.of(
                new RnnCell.Provider(),
                new LstmCell.Provider(),
                new LayerNormLstmCell.Provider(),
                new GruCell.Provider(),
                new ResetAfterGruCell.Provider(),
                new ZoneoutCell.Provider(),
                new VariationalDropoutCell.Provider(),
                new LayerNormCell.Provider(),
                new ResidualCell.Provider(),
                new StackedCell.Provider());
    }
}
