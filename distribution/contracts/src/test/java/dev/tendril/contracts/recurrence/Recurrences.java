package dev.tendril.contracts.recurrence;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Shape;
import dev.tendril.layers.cell.VariationalDropoutCell;
import dev.tendril.layers.head.ScheduledSampling;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.wiring.ComponentBench;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recurrences that are traced: cells, wrappers, and the steps of decoders. */
enum Recurrences {
    LSTM("{type: lstm, units: 3}"),
    LSTM_WITH_LAYER_NORM("{type: lstm_layer_norm, units: 8}"),
    LAYER_NORM_OF_LSTM("{type: layer_norm, cell: {type: lstm, units: 5}}"),
    ZONEOUT_OF_GRU("{type: zoneout, cell: {type: gru, units: 3}, probability: 0.4}"),
    STACK_OF_THREE("{type: stack, cells: [{type: gru, units: 3}, {type: lstm, units: 2},"
            + " {type: gru_reset_after, units: 3}], dropout: 0.4}"),
    VARIATIONAL_DROPOUT_OF_A_THIRD_PARTYS_CELL {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            FadingCell inner = new FadingCell(bench.place("fading"), INPUTS, 3);
            VariationalDropoutCell.Rates rates = new VariationalDropoutCell.Rates(0.4, 0.3);
            return Recurrence.of(
                    bench.parameters(), new VariationalDropoutCell<>(inner, INPUTS, rates, "variational"), INPUTS);
        }
    },
    ADDITIVE_ATTENTION_STEP {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return attending(
                    bench,
                    "{type: recurrent_steps, cell: {type: gru, units: 3}, attention: {type: additive, units: 5}}",
                    3 + MEMORY);
        }
    },
    STEP_WITH_INPUT_FEEDING {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return attending(
                    bench,
                    "{type: recurrent_steps, cell: {type: lstm, units: 3}, attention: general,"
                            + " attention_position: after, input_feeding: true}",
                    3);
        }
    },
    SCHEDULED_SAMPLING {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            int vocabulary = 7;
            PortTypes tokens = PortTypes.of("input", EdgeType.ids("target", Size.of(vocabulary)));
            Vocabulary.Table table = new Vocabulary.Table(
                    List.of("a", "b", "c", "d", "e", "f", "g"), Optional.empty(), Optional.of(0), Optional.of(1));
            Node embedding = bench.node(
                    Kind.NODE,
                    "{type: embedding, units: " + INPUTS + "}",
                    "embedding",
                    tokens,
                    Map.of("input", new Vocabulary(table)));
            Node network = bench.node(
                    Kind.NODE, "{type: recurrent_steps, cell: {type: gru, units: 3}}", "network", input(), Map.of());
            Cell<?> cell = ScheduledSampling.cell(
                    stepper(embedding),
                    stepper(network),
                    bench.place("readout"),
                    new ScheduledSampling.Sizes(3, vocabulary, 0.5));
            return Recurrence.of(bench.parameters(), cell, INPUTS);
        }
    };

    /** Rows of the batch. */
    static final int ROWS = 3;

    private static final int INPUTS = 2;
    private static final int MEMORY = 2;
    private static final Lengths SOURCE = Lengths.of(4, 0, 3);

    private final String yaml;

    Recurrences() {
        this("");
    }

    Recurrences(String yaml) {
        this.yaml = yaml;
    }

    /** Makes it with fresh parameters. */
    Recurrence<?> of(ComponentRegistry registry, Engine engine) {
        return make(new ComponentBench(registry, engine));
    }

    Recurrence<?> make(ComponentBench bench) {
        return Recurrence.of(bench.parameters(), bench.cell(yaml, "cell", INPUTS), INPUTS);
    }

    private static Recurrence<?> attending(ComponentBench bench, String yaml, int outputSize) {
        PortTypes ports = input().and("memory", EdgeType.sequence("source", Size.of(MEMORY)));
        Node node = bench.node(Kind.NODE, yaml, "steps", ports, Map.of());
        return attending(bench, new StepperCell<>(stepper(node), outputSize));
    }

    private static <S extends CellState> Recurrence<?> attending(ComponentBench bench, StepperCell<S> cell) {
        Shape memory = Shape.of(ROWS, SOURCE.longest(), MEMORY);
        return new Recurrence<>(bench.parameters(), cell, INPUTS, List.of(memory), (given, pass) -> {
            Values values = Values.of("memory", Sequence.of(given.get(0), SOURCE));
            return cell.start(values, ROWS, pass);
        });
    }

    private static PortTypes input() {
        return PortTypes.of("input", EdgeType.sequence("target", Size.of(INPUTS)));
    }

    private static Stepper<?> stepper(Node node) {
        return node.stepper().orElseThrow();
    }
}
