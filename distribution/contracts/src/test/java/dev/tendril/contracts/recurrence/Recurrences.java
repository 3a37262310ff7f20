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
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.layers.cell.VariationalDropoutCell;
import dev.tendril.layers.head.ScheduledSampling;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.wiring.ComponentBench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The recurrences that are traced: cells, wrappers, and the steps of decoders. */
enum Recurrences {
    RNN("{type: rnn, units: 3}"),
    LSTM("{type: lstm, units: 3}"),
    GRU("{type: gru, units: 3}"),
    GRU_RESET_AFTER("{type: gru_reset_after, units: 3}"),
    LSTM_WITH_LAYER_NORM("{type: lstm_layer_norm, units: 8}"),
    LAYER_NORM_OF_LSTM("{type: layer_norm, cell: {type: lstm, units: 5}}"),
    ZONEOUT_OF_GRU("{type: zoneout, cell: {type: gru, units: 3}, probability: 0.4}"),
    ZONEOUT_OF_LSTM("{type: zoneout, cell: {type: lstm, units: 3}, probability: 0.4}"),
    VARIATIONAL_DROPOUT_OF_LSTM("{type: variational_dropout, cell: {type: lstm, units: 3}, input: 0.4, state: 0.3}"),
    RESIDUAL_OF_GRU("{type: residual, cell: {type: gru, units: 2}}"),
    STACK_WITH_A_RESIDUAL(
            "{type: stack, cells: [{type: lstm, units: 3}, {type: residual, cell: {type: gru, units: 3}}]}"),
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
    SQUARE_OF_WHAT_IS_CARRIED {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return Recurrence.of(bench.parameters(), new SquaringCell(INPUTS), INPUTS);
        }
    },
    SQUARED_SCORES_OF_A_THIRD_PARTYS_CELL {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            SquaredScoresCell cell = new SquaredScoresCell(bench.place("scores"), INPUTS, 3, 5);
            return Recurrence.of(bench.parameters(), cell, INPUTS);
        }
    },
    GATES_OF_A_VECTOR {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, Sizes.STEPS, Equations::gatesOfAVector, Equations::before);
        }
    },
    GATES_OF_A_MEMORY {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, Sizes.STEPS, Equations::gatesOfAMemory, Equations::before);
        }
    },
    GATES_OF_AN_EMPTY_MEMORY {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, 0, Equations::gatesOfAMemory, Equations::before);
        }
    },
    CONSTANTS {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, 0, Equations::constants, Equations::before);
        }
    },
    REPEATED_NUMBERS {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, 0, Equations::repeatedNumbers, Equations::before);
        }
    },
    ON_TOP_OF_A_VECTOR {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, 0, Equations::usual, Equations::onTopOfAVector);
        }
    },
    PRODUCT_OF_A_MEMORY {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, Sizes.STEPS, Equations::productOfAMemory, Equations::before);
        }
    },
    PRODUCT_OF_AN_EMPTY_MEMORY {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, 0, Equations::productOfAMemory, Equations::before);
        }
    },
    PRODUCT_OF_REPEATED_ROWS {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, 0, Equations::productOfRepeatedRows, Equations::before);
        }
    },
    SUM_OF_A_NORM {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, 0, Equations::sumOfANorm, Equations::before);
        }
    },
    SOFTMAX_OVER_TIME {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, Sizes.STEPS, Equations::softmaxOverTime, Equations::before);
        }
    },
    SUMS_OVER_FEATURES {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, Sizes.STEPS, Equations::sumsOverFeatures, Equations::before);
        }
    },
    NORMED_KEYS {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, Sizes.STEPS, Equations::normedKeys, Equations::before);
        }
    },
    FIRST_OF_A_SHEET {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, Sizes.STEPS, Equations::firstOfASheet, Equations::before);
        }
    },
    PRODUCT_OF_A_MEMORY_WITHOUT_FEATURES {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return equations(bench, Shape.of(Sizes.STEPS, 0), Equations::productOfAMemory, Equations::before);
        }
    },
    ADDITIVE_ATTENTION_STEP(
            "{type: recurrent_steps, cell: {type: gru, units: 3}, attention: {type: additive, units: 5}}",
            3 + Sizes.MEMORY),
    ADDITIVE_ATTENTION_AFTER_THE_STEP(
            "{type: recurrent_steps, cell: {type: gru, units: 3}, attention: {type: additive, units: 5},"
                    + " attention_position: after}",
            3),
    GENERAL_ATTENTION_STEP(
            "{type: recurrent_steps, cell: {type: lstm, units: 3}, attention: {type: general}}", 3 + Sizes.MEMORY),
    DOT_ATTENTION_STEP(
            "{type: recurrent_steps, cell: {type: gru, units: 2}, attention: {type: dot}}", 2 + Sizes.MEMORY),
    SCALED_DOT_ATTENTION_AFTER_THE_STEP(
            "{type: recurrent_steps, cell: {type: gru_reset_after, units: 2}, attention: {type: scaled_dot},"
                    + " attention_position: after}",
            2),
    STEP_WITH_INPUT_FEEDING(
            "{type: recurrent_steps, cell: {type: lstm, units: 3}, attention: {type: general},"
                    + " attention_position: after, input_feeding: true}",
            3),
    STEP_WITH_A_CONTEXT(
            "{type: recurrent_steps, cell: {type: gru, units: 3}, attention: {type: additive, units: 5}}",
            3 + Sizes.MEMORY + Sizes.CONTEXT) {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            return attending(bench, ports().and("context", EdgeType.vector(Size.of(Sizes.CONTEXT))));
        }
    },
    TRANSFORMER_STEP("{type: transformer_steps, units: 2, heads: 1, layers: 1, feed_forward: 3}", 2),
    SCHEDULED_SAMPLING {
        @Override
        Recurrence<?> make(ComponentBench bench) {
            int vocabulary = 7;
            PortTypes tokens = PortTypes.of("input", EdgeType.ids("target", Size.of(vocabulary)));
            Vocabulary.Table table = new Vocabulary.Table(
                    List.of("a", "b", "c", "d", "e", "f", "g"), Optional.empty(), Optional.of(0), Optional.of(1));
            Node embedding = bench.node(
                    Kind.NODE,
                    bench.bind(Kind.NODE, "{type: embedding, units: " + INPUTS + "}"),
                    "embedding",
                    tokens,
                    Map.of("input", new Vocabulary(table)));
            Node network = bench.node(
                    Kind.NODE,
                    bench.bind(Kind.NODE, "{type: recurrent_steps, cell: {type: gru, units: 3}}"),
                    "network",
                    input(),
                    Map.of());
            Cell<?> cell = ScheduledSampling.cell(
                    stepper(embedding),
                    stepper(network),
                    bench.place("readout"),
                    new ScheduledSampling.Sizes(3, vocabulary, 0.5));
            return Recurrence.of(bench.parameters(), cell, INPUTS);
        }
    };

    private static final int INPUTS = 2;
    private static final int[] SOURCE = {4, 0, 3}; // lengths of memories, row after row, again and again

    private final String yaml;
    private final int attending;

    Recurrences() {
        this("");
    }

    Recurrences(String yaml) {
        this(yaml, 0);
    }

    /** Steps of a decoder that attends and gives so many features. */
    Recurrences(String yaml, int outputs) {
        this.yaml = yaml;
        this.attending = outputs;
    }

    /** What it is made of; empty if of parts that are no components. */
    String yaml() {
        return yaml;
    }

    /** Makes it with fresh parameters. */
    Recurrence<?> of(ComponentRegistry registry, Engine engine) {
        return make(new ComponentBench(registry, engine.parameters(RandomKey.of(5))));
    }

    Recurrence<?> make(ComponentBench bench) {
        return attending > 0
                ? attending(bench, ports())
                : Recurrence.of(
                        bench.parameters(),
                        bench.place("cell").cell(bench.bind(Kind.CELL, yaml), "made", INPUTS),
                        INPUTS);
    }

    Recurrence<?> attending(ComponentBench bench, PortTypes ports) {
        Node node = bench.node(Kind.NODE, bench.bind(Kind.NODE, yaml), "steps", ports, Map.of());
        return attending(
                bench,
                new StepperCell<>(stepper(node), attending),
                ports.find("context").isPresent());
    }

    private static <S extends CellState> Recurrence<?> attending(
            ComponentBench bench, StepperCell<S> cell, boolean context) {
        Shape memory = Shape.of(SOURCE[0], Sizes.MEMORY);
        List<Shape> given = context ? List.of(memory, Shape.of(Sizes.CONTEXT)) : List.of(memory);
        return new Recurrence<>(bench.parameters(), cell, INPUTS, given, (tensors, rows, pass) -> {
            Values values = Values.of("memory", Sequence.of(tensors.get(0), source(rows)));
            Values all = context ? values.and("context", Sequence.vector(tensors.get(1))) : values;
            return cell.start(all, rows, pass);
        });
    }

    private static Recurrence<?> equations(
            ComponentBench bench, int steps, EquationCell.Equation next, EquationCell.Equation shown) {
        return equations(bench, Shape.of(steps, Sizes.CONTEXT), next, shown);
    }

    private static Recurrence<?> equations(
            ComponentBench bench, Shape memory, EquationCell.Equation next, EquationCell.Equation shown) {
        int features = memory.size(1);
        EquationCell.Weights weights = EquationCell.Weights.of(bench.place("equations"), INPUTS, 5, features);
        EquationCell cell = new EquationCell(weights, next, shown);
        List<Shape> given = List.of(Shape.of(features), memory);
        return new Recurrence<>(
                bench.parameters(),
                cell,
                INPUTS,
                given,
                (tensors, rows, pass) -> cell.start(tensors.get(0), tensors.get(1)));
    }

    private static Lengths source(int rows) {
        return Lengths.of(
                IntStream.range(0, rows).map(row -> SOURCE[row % SOURCE.length]).toArray());
    }

    private static PortTypes input() {
        return PortTypes.of("input", EdgeType.sequence("target", Size.of(INPUTS)));
    }

    private static PortTypes ports() {
        return input().and("memory", EdgeType.sequence("source", Size.of(Sizes.MEMORY)));
    }

    private static Stepper<?> stepper(Node node) {
        return node.stepper().orElseThrow();
    }

    private static final class Sizes {
        private static final int MEMORY = 2;
        private static final int CONTEXT = 3;
        private static final int STEPS = 7;

        private Sizes() {}
    }
}
