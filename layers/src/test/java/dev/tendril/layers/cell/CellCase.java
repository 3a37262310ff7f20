package dev.tendril.layers.cell;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.layers.activation.Activations;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.DecayCell;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cell that the contract is checked on.
 *
 * @param name for the report
 * @param reference to it
 */
record CellCase(String name, ComponentRef<Cell<?>> reference) {
    /** Features of the input; a cell that adds its input to its output has as many units. */
    static final int INPUT = 3;

    static Stream<CellCase> all() {
        ComponentRef<Cell<?>> gru = Components.cell("gru", new GruCell.Parameters(5));
        ComponentRef<Cell<?>> lstm = Components.cell("lstm", new LstmCell.Parameters(5));
        ComponentRef<Cell<?>> decay = Components.cell("decay", new DecayCell.Parameters(5));
        ComponentRef<Cell<?>> narrow = Components.cell("gru", new GruCell.Parameters(INPUT));
        return Stream.of(
                of("rnn", new RnnCell.Parameters(5)),
                new CellCase("rnn of sigmoid", Components.cell("rnn", rnn("sigmoid"))),
                new CellCase("rnn of identity", Components.cell("rnn", rnn("identity"))),
                new CellCase("lstm", lstm),
                of("lstm_layer_norm", new LayerNormLstmCell.Parameters(5)),
                new CellCase("gru", gru),
                of("gru_reset_after", new ResetAfterGruCell.Parameters(5)),
                new CellCase("a third party's", decay),
                of("zoneout", new ZoneoutCell.Parameters(gru, 0.3)),
                new CellCase(
                        "zoneout of a third party's",
                        Components.cell("zoneout", new ZoneoutCell.Parameters(decay, 0.4))),
                of("variational_dropout", new VariationalDropoutCell.Parameters(decay, 0.3, 0.4)),
                of("layer_norm", new LayerNormCell.Parameters(lstm, 1e-5)),
                of("residual", new ResidualCell.Parameters(narrow)),
                of("stack", new StackedCell.Parameters(List.of(lstm, decay, gru), 0.3)));
    }

    private static CellCase of(String name, Record parameters) {
        return new CellCase(name, Components.cell(name, parameters));
    }

    private static RnnCell.Parameters rnn(String activation) {
        return new RnnCell.Parameters(
                5,
                activation.equals("identity") ? Activations.identity() : Components.plain(activation),
                Initializers.xavierUniform(),
                Initializers.orthogonal());
    }

    @Override
    public String toString() {
        return name;
    }
}
