package dev.tendril.layers.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.cell.GruCell;
import dev.tendril.layers.cell.LstmCell;
import dev.tendril.layers.cell.ResidualCell;
import dev.tendril.layers.cell.ZoneoutCell;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.GradientCheck;
import dev.tendril.layers.testing.Graphs;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.layers.testing.TestSizes;
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentNodeTest {
    private static final int[] LENGTHS = {4, 0, 7, 1};
    private static final int STEPS = 7;
    private static final int INPUT = 3;
    private static final int UNITS = 5;
    private static final ComponentRef<Cell<?>> GRU = Components.cell("gru", new GruCell.Parameters(UNITS));
    private static final ComponentRef<Cell<?>> LSTM = Components.cell("lstm", new LstmCell.Parameters(UNITS));
    private static final PassOptions TRAINING = PassOptions.training(RandomKey.of(9), 11, 12, 13, 14);

    static Stream<RecurrentParameters> forwards() {
        ComponentRef<Cell<?>> zoneout = Components.cell("zoneout", new ZoneoutCell.Parameters(LSTM, 0.3));
        return Stream.of(
                RecurrentParameters.of(GRU),
                new RecurrentParameters(LSTM, 2, false, 0.4, false),
                new RecurrentParameters(zoneout, 3, false, 0.4, true));
    }

    static Stream<RecurrentParameters> all() {
        return Stream.concat(
                forwards(),
                Stream.of(
                        new RecurrentParameters(LSTM, 1, true, 0, false),
                        new RecurrentParameters(GRU, 2, true, 0.4, true)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void outputsHaveTheirInferredSizes(RecurrentParameters parameters) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(TRAINING)) {
            Values outputs = run(make(parameters, Samples.store(engine)), pass, LENGTHS, 0);
            PortTypes types = new TestSizes()
                    .node(Components.node("recurrent", parameters), PortTypes.of(Port.INPUT, Graphs.sequence(INPUT)));
            assertThat(outputs.sequence(Port.OUTPUT).shape().size(-1))
                    .isEqualTo(types.get(Port.OUTPUT).features().intValue())
                    .isEqualTo(parameters.bidirectional() ? 2 * UNITS : UNITS);
            assertThat(outputs.sequence("final").shape())
                    .isEqualTo(Shape.of(
                            LENGTHS.length, types.get("final").features().intValue()));
            assertThat(types.get(Port.OUTPUT).axes()).containsExactly("source");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void finalIsTheOutputWhereEachDirectionEnds(RecurrentParameters parameters) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(TRAINING)) {
            ParameterStore store = Samples.store(engine);
            Values outputs = run(make(parameters, store), pass, LENGTHS, 0);
            double[] all = outputs.sequence(Port.OUTPUT).values().toDoubles();
            int width = outputs.sequence(Port.OUTPUT).shape().size(-1);
            double[] last = outputs.sequence("final").values().toDoubles();
            for (int i = 0; i < last.length; i++) {
                int row = i / width;
                int feature = i % width;
                int step = feature < UNITS ? LENGTHS[row] - 1 : 0;
                double expected = LENGTHS[row] == 0 ? 0 : all[(row * STEPS + step) * width + feature];
                assertThat(last[i]).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void gradientsAreThoseOfFiniteDifferences(RecurrentParameters parameters) {
        try (TendrilEngine engine = Samples.float64()) {
            ParameterStore store = Samples.store(engine);
            Node node = make(parameters, store);
            int[] lengths = {2, 0, 3, 1};
            double error = new GradientCheck(engine, store, TRAINING, pass -> {
                        Sequence input = Graphs.sequence(pass, lengths, 3, INPUT, Double.NaN);
                        Values outputs = node.forward(Values.of(Port.INPUT, input), pass);
                        return GradientCheck.weighed(
                                        outputs.sequence(Port.OUTPUT).values(), pass)
                                .plus(GradientCheck.weighed(
                                        outputs.sequence("final").values(), pass));
                    })
                    .worstError();
            assertThat(error).isLessThan(1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void paddingNeverChangesRealStepsAndIsZeroInTheOutput(RecurrentParameters parameters) {
        try (TendrilEngine engine = Samples.engine(Precision.FLOAT32);
                Pass pass = engine.open(TRAINING)) {
            Node node = make(parameters, Samples.store(engine));
            double[] hostile = run(node, pass, LENGTHS, Double.NaN)
                    .sequence(Port.OUTPUT)
                    .values()
                    .toDoubles();
            assertThat(hostile)
                    .isEqualTo(run(node, pass, LENGTHS, 0)
                            .sequence(Port.OUTPUT)
                            .values()
                            .toDoubles());
            int width = hostile.length / LENGTHS.length;
            assertThat(Arrays.copyOfRange(hostile, width, 2 * width)).containsOnly(0);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aBatchIsItsRowsOneByOne(RecurrentParameters parameters) {
        try (TendrilEngine engine = Samples.engine(Precision.FLOAT32)) {
            Node node = make(parameters, Samples.store(engine));
            for (int row = 0; row < LENGTHS.length; row++) {
                try (Pass pass = engine.open(TRAINING);
                        Pass alone = engine.open(PassOptions.training(RandomKey.of(9), 11 + row))) {
                    Values together = run(node, pass, LENGTHS, 0);
                    Tensor own = Graphs.sequence(pass, LENGTHS, STEPS, INPUT, 0)
                            .values()
                            .slice(0, row, row + 1)
                            .slice(1, 0, LENGTHS[row])
                            .copy();
                    Sequence input = Sequence.of(alone.attach(own), Lengths.of(LENGTHS[row]));
                    Values single = node.forward(Values.of(Port.INPUT, input), alone);
                    assertThat(single.sequence(Port.OUTPUT).values().toDoubles())
                            .isEqualTo(together.sequence(Port.OUTPUT)
                                    .values()
                                    .slice(0, row, row + 1)
                                    .slice(1, 0, LENGTHS[row])
                                    .toDoubles());
                    assertThat(single.sequence("final").values().toDoubles())
                            .isEqualTo(together.sequence("final")
                                    .values()
                                    .slice(0, row, row + 1)
                                    .toDoubles());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forwards")
    void stepByStepIsTheWholeSequence(RecurrentParameters parameters) {
        for (PassOptions options : new PassOptions[] {TRAINING, PassOptions.inference()}) {
            try (TendrilEngine engine = Samples.engine(Precision.FLOAT32);
                    Pass pass = engine.open(options)) {
                Node node = make(parameters, Samples.store(engine));
                int[] full = {STEPS, STEPS, STEPS, STEPS};
                double[] whole =
                        run(node, pass, full, 0).sequence(Port.OUTPUT).values().toDoubles();
                Sequence input = Graphs.sequence(pass, full, STEPS, INPUT, 0);
                assertThat(stepped(node.stepper().orElseThrow(), input, pass)).isEqualTo(whole);
            }
        }
    }

    @Test
    void bothDirectionsHaveNoStepper() {
        try (TendrilEngine engine = Samples.float64()) {
            RecurrentParameters both = new RecurrentParameters(GRU, 1, true, 0, false);
            assertThat(make(both, Samples.store(engine)).stepper()).isEmpty();
            assertThat(new RecurrentProvider().stepwise(both)).isFalse();
            assertThat(new RecurrentProvider().stepwise(RecurrentParameters.of(GRU)))
                    .isTrue();
        }
    }

    @Test
    void parametersStandUnderLayerAndDirection() {
        try (TendrilEngine engine = Samples.float64()) {
            ParameterStore store = Samples.store(engine);
            make(new RecurrentParameters(GRU, 2, true, 0, false), store);
            assertThat(store.find("model.node.layer0.forward.update.U")
                            .orElseThrow()
                            .shape())
                    .isEqualTo(Shape.of(UNITS, INPUT));
            assertThat(store.find("model.node.layer1.backward.content.U")
                            .orElseThrow()
                            .shape())
                    .isEqualTo(Shape.of(UNITS, 2 * UNITS));
        }
    }

    @Test
    void whatNeedsLayersIsRefusedWithOne() {
        assertThatThrownBy(() -> new RecurrentParameters(GRU, 1, false, 0.5, false))
                .isInstanceOf(InvalidParameter.class);
        assertThatThrownBy(() -> new RecurrentParameters(GRU, 1, false, 0, true))
                .isInstanceOf(InvalidParameter.class);
    }

    @Test
    void idsAreRefused() {
        assertThatThrownBy(() -> new TestSizes()
                        .node(
                                Components.node("recurrent", RecurrentParameters.of(GRU)),
                                PortTypes.of(Port.INPUT, Graphs.ids(7))))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("embedding");
    }

    @Test
    void aResidualCellOfAnotherSizeIsRefused() {
        ComponentRef<Cell<?>> residual = Components.cell("residual", new ResidualCell.Parameters(GRU));
        assertThatThrownBy(() -> new TestSizes()
                        .node(
                                Components.node("recurrent", RecurrentParameters.of(residual)),
                                PortTypes.of(Port.INPUT, Graphs.sequence(INPUT))))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("size 3")
                .hasMessageContaining("size 5");
    }

    private static <S extends CellState> double[] stepped(Stepper<S> stepper, Sequence input, Pass pass) {
        S state = stepper.initialState(Values.none(), LENGTHS.length, pass);
        Tensor[] outputs = new Tensor[STEPS];
        for (int step = 0; step < STEPS; step++) {
            var stepped = stepper.step(Sequence.vector(input.values().at(1, step)), state, pass);
            outputs[step] = ((Sequence) stepped.output()).values();
            state = stepped.state();
        }
        return Tensor.stack(1, outputs).toDoubles();
    }

    private static Node make(RecurrentParameters parameters, ParameterStore store) {
        return TestContext.of(store)
                .node(
                        Components.node("recurrent", parameters),
                        "node",
                        PortTypes.of(Port.INPUT, Graphs.sequence(INPUT)));
    }

    private static Values run(Node node, Pass pass, int[] lengths, double padding) {
        return node.forward(Values.of(Port.INPUT, Graphs.sequence(pass, lengths, STEPS, INPUT, padding)), pass);
    }
}
