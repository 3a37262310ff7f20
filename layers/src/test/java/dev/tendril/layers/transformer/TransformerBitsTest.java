package dev.tendril.layers.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Position;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.position.Positions;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.Graphs;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.layers.transformer.TransformerParameters.Norm;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds to the bit: steps and the whole, beams, padding, batches, dropout. Sequences are longer than the widest vector, so that
 * sums over a growing prefix and over a masked row go different ways through the kernels.
 */
class TransformerBitsTest {
    private static final int UNITS = 12;
    private static final int MEMORY = 5;
    private static final int STEPS = 37;
    private static final int[] LENGTHS = {37, 0, 18, 1};
    private static final int[] SOURCE_LENGTHS = {19, 35, 0, 3};
    private static final PassOptions TRAINING = PassOptions.training(RandomKey.of(3), 17, 4, 23, 8);

    /** A Transformer, its precision, whether it decodes, and with what. */
    record Case(String name, TransformerParameters parameters, Precision precision, boolean remembers) {
        PortTypes types() {
            PortTypes types = PortTypes.of(Port.INPUT, Graphs.sequence(UNITS));
            return remembers ? types.and("memory", Graphs.sequence(MEMORY)) : types;
        }

        @Override
        public String toString() {
            return name + ", " + parameters.positions().id() + ", " + parameters.norm() + ", " + precision
                    + (remembers ? ", with a memory" : "");
        }
    }

    static Stream<Case> decoders() {
        return Stream.of(Precision.values())
                .flatMap(precision -> variants().flatMap(parameters -> Stream.of(true, false)
                        .map(remembers -> new Case("transformer_steps", parameters, precision, remembers))));
    }

    static Stream<Case> all() {
        Stream<Case> encoders = Stream.of(Precision.values()).flatMap(precision -> variants()
                .map(parameters -> new Case("transformer", parameters, precision, false)));
        return Stream.concat(encoders, decoders());
    }

    private static Stream<TransformerParameters> variants() {
        ComponentRef<Position> rotary = ComponentRef.of("core/rotary", new NoParameters());
        return Stream.of(variant(Norm.PRE, rotary), variant(Norm.POST, Positions.sinusoidal()));
    }

    private static TransformerParameters variant(Norm norm, ComponentRef<Position> positions) {
        TransformerParameters usual = TransformerParameters.of(UNITS, 3, 2);
        return new TransformerParameters(
                UNITS,
                3,
                2,
                Optional.of(7),
                positions,
                norm,
                usual.normalization(),
                usual.activation(),
                0.3,
                usual.initializer());
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void theStepsOfASequenceHaveTheBitsOfTheWhole(Case decoder) {
        for (PassOptions options : List.of(PassOptions.inference(), TRAINING)) {
            try (TendrilEngine engine = Samples.engine(decoder.precision());
                    Pass pass = engine.open(options)) {
                Node node = make(decoder, engine);
                Values inputs = inputs(decoder, pass, Double.NaN);
                Sequence whole = node.forward(inputs, pass).sequence(Port.OUTPUT);
                List<Tensor> steps = stepped(node.stepper().orElseThrow(), inputs, pass);
                for (int row = 0; row < LENGTHS.length; row++) {
                    for (int t = 0; t < LENGTHS[row]; t++) {
                        assertThat(steps.get(t).at(0, row).toDoubles())
                                .as("row %s, step %s", row, t)
                                .isEqualTo(whole.values().at(0, row).at(0, t).toDoubles());
                    }
                }
            }
        }
    }

    private static <S extends CellState> List<Tensor> stepped(Stepper<S> stepper, Values inputs, Pass pass) {
        S state = stepper.initialState(inputs, LENGTHS.length, pass);
        List<Tensor> outputs = new ArrayList<>();
        for (int t = 0; t < STEPS; t++) {
            Tensor x = inputs.sequence(Port.INPUT).values().at(1, t);
            Stepper.Stepped<S> stepped = stepper.step(Sequence.vector(x), state, pass);
            outputs.add(((Sequence) stepped.output()).values());
            state = stepped.state();
        }
        return outputs;
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void reorderedRowsGoOnAsTheyDid(Case decoder) {
        try (TendrilEngine engine = Samples.engine(decoder.precision());
                Pass pass = engine.open(PassOptions.inference())) {
            reordered(make(decoder, engine).stepper().orElseThrow(), inputs(decoder, pass, 0), pass);
        }
    }

    private static <S extends CellState> void reordered(Stepper<S> stepper, Values inputs, Pass pass) {
        Ids parents = Ids.row(3, 0, 3, 1, 1);
        Tensor x = inputs.sequence(Port.INPUT).values();
        S straight = stepper.initialState(inputs, LENGTHS.length, pass);
        S gathered = States.gather(straight, parents);
        for (int t = 0; t < 20; t++) {
            if (t == 7) {
                gathered = States.gather(straight, parents); // in the middle of the sequence
            }
            Stepper.Stepped<S> alone = stepper.step(Sequence.vector(x.at(1, t)), straight, pass);
            Stepper.Stepped<S> beam = stepper.step(Sequence.vector(x.at(1, t).gather(parents)), gathered, pass);
            assertThat(((Sequence) beam.output()).values().toDoubles())
                    .isEqualTo(
                            ((Sequence) alone.output()).values().gather(parents).toDoubles());
            straight = alone.state();
            gathered = beam.state();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void paddingNeverChangesRealSteps(Case each) {
        try (TendrilEngine engine = Samples.engine(each.precision());
                Pass pass = engine.open(TRAINING)) {
            Node node = make(each, engine);
            assertThat(real(node.forward(inputs(each, pass, Double.NaN), pass), pass))
                    .isEqualTo(real(node.forward(inputs(each, pass, 0), pass), pass))
                    .doesNotContain(Double.NaN);
        }
    }

    private static double[] real(Values outputs, Pass pass) {
        Sequence output = outputs.sequence(Port.OUTPUT);
        return output.mask(pass).unsqueeze(-1).select(output.values(), 0).toDoubles();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aBatchHasTheBitsOfOneByOne(Case each) {
        try (TendrilEngine engine = Samples.engine(each.precision());
                Pass pass = engine.open(PassOptions.inference())) {
            Node node = make(each, engine);
            Values together = inputs(each, pass, Double.NaN);
            Tensor whole = node.forward(together, pass).sequence(Port.OUTPUT).values();
            for (int row = 0; row < LENGTHS.length; row++) {
                Values alone = Values.of(Port.INPUT, row(together.sequence(Port.INPUT), row));
                if (each.remembers()) {
                    alone = alone.and("memory", row(together.sequence("memory"), row));
                }
                Tensor output = node.forward(alone, pass).sequence(Port.OUTPUT).values();
                assertThat(output.toDoubles())
                        .isEqualTo(whole.slice(0, row, row + 1)
                                .slice(1, 0, LENGTHS[row])
                                .toDoubles());
            }
        }
    }

    /** One row without its padding. */
    private static Sequence row(Sequence sequence, int row) {
        int length = sequence.lengths().get(0).at(row);
        return Sequence.of(sequence.values().slice(0, row, row + 1).slice(1, 0, length), Lengths.of(length));
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void whatComesLaterReachesNothingBefore(Case decoder) {
        try (TendrilEngine engine = Samples.engine(decoder.precision());
                Pass pass = engine.open(PassOptions.inference())) {
            Node node = make(decoder, engine);
            Values inputs = inputs(decoder, pass, 0);
            Sequence x = inputs.sequence(Port.INPUT);
            double[] other = x.values().toDoubles();
            for (int i = 0; i < other.length; i++) {
                other[i] += i / UNITS % STEPS < 17 ? 0 : 1;
            }
            Values changed = inputs.and(Port.INPUT, x.with(pass.tensor(x.shape(), other)));
            Tensor before = node.forward(inputs, pass).sequence(Port.OUTPUT).values();
            Tensor after = node.forward(changed, pass).sequence(Port.OUTPUT).values();
            assertThat(after.slice(1, 0, 17).toDoubles())
                    .isEqualTo(before.slice(1, 0, 17).toDoubles());
            assertThat(after.at(0, 0).at(0, 17).toDoubles())
                    .isNotEqualTo(before.at(0, 0).at(0, 17).toDoubles());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void dropoutActsInTrainingAlone(Case each) {
        double[] trained = output(each, TRAINING);
        assertThat(trained).isEqualTo(output(each, TRAINING));
        assertThat(trained).isNotEqualTo(output(each, PassOptions.inference()));
        assertThat(trained).isNotEqualTo(output(each, PassOptions.training(RandomKey.of(4), 17, 4, 23, 8)));
    }

    private static double[] output(Case each, PassOptions options) {
        try (TendrilEngine engine = Samples.engine(each.precision());
                Pass pass = engine.open(options)) {
            return real(make(each, engine).forward(inputs(each, pass, 0), pass), pass);
        }
    }

    private static Node make(Case each, TendrilEngine engine) {
        ParameterStore store = Samples.store(engine);
        Node node = TestContext.of(store).node(Components.node(each.name(), each.parameters()), "node", each.types());
        Samples.shake(engine, store);
        return node;
    }

    private static Values inputs(Case each, Pass pass, double padding) {
        Values inputs = Values.of(Port.INPUT, Graphs.sequence(pass, LENGTHS, STEPS, UNITS, padding));
        return each.remembers()
                ? inputs.and("memory", Graphs.sequence(pass, SOURCE_LENGTHS, 35, MEMORY, padding))
                : inputs;
    }
}
