package dev.tendril.layers.node;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.cell.Cell;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@link RecurrentNode}.
 *
 * @param cell of every layer and direction
 * @param layers one above the other
 * @param bidirectional whether every layer also runs from the last step to the first
 * @param dropout of the input of every layer but the lowest
 * @param residual whether every layer but the lowest adds its input to its output
 */
public record RecurrentParameters(
        @Param("The cell of every layer and direction.") ComponentRef<Cell<?>> cell,

        @Param("Number of layers, one above the other.") @Default("1") @Range(min = 1, max = 1000)
        int layers,

        @Param("Whether every layer also runs from the last step to the first.") @Default("false")
        boolean bidirectional,

        @Param("Probability that a feature between two layers is dropped.")
        @Default("0.0")
        @Range(min = 0, max = 1, maxExclusive = true)
        double dropout,

        @Param("Whether every layer but the lowest adds its input to its output.") @Default("false")
        boolean residual) {

    public RecurrentParameters {
        if (layers == 1 && dropout > 0) {
            throw new InvalidParameter(
                    "dropout",
                    "dropout stands between layers, and there is one layer; use a dropout node, or more layers");
        }
        if (layers == 1 && residual) {
            throw new InvalidParameter(
                    "residual", "the lowest layer has no residual connection, and there is one layer; use more layers");
        }
    }

    /** One layer in one direction. */
    public static RecurrentParameters of(ComponentRef<Cell<?>> cell) {
        return new RecurrentParameters(cell, 1, false, 0, false);
    }
}
