package dev.tendril.contracts.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.cell.Stepped;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.plugin.InstalledPlugins;
import dev.tendril.runtime.plugin.PluginDiscovery;
import dev.tendril.runtime.plugin.PluginSources;
import dev.tendril.tensor.Interpreter;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A planned recurrence computes what the interpreter computes, for any lengths, either way round, gradients included. */
final class PlannedStepsTest {
    private static final int STEPS = 6;
    private static final InstalledPlugins PLUGINS = PluginDiscovery.discover(PluginSources.classPathOnly());
    private static final ComponentRegistry REGISTRY = ComponentRegistry.of(PLUGINS.plugins(), PLUGINS.broken());

    @AfterAll
    static void close() {
        PLUGINS.close();
    }

    /** Every recurrence, outside training and in it, forwards and backwards. */
    static Stream<Arguments> cases() {
        return Stream.of(Recurrences.values())
                .flatMap(recurrence -> Stream.of(false, true).flatMap(training -> Stream.of(false, true)
                        .map(reversed -> Arguments.of(recurrence, training, reversed))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inFloat64(Recurrences recurrence, boolean training, boolean reversed) {
        compare(recurrence, Precision.FLOAT64, training, reversed, 1e-10);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inFloat32(Recurrences recurrence, boolean training, boolean reversed) {
        compare(recurrence, Precision.FLOAT32, training, reversed, 2e-6);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void stepByStepGivesTheBitsOfTheWholeAndRowByRowThoseOfTheBatch(
            Recurrences recurrence, boolean training, boolean reversed) {
        try (TendrilEngine engine = TendrilEngine.builder().threads(2).build()) {
            bits(recurrence.of(REGISTRY, engine), engine, training);
        }
    }

    private static <S extends CellState> void bits(Recurrence<S> recurrence, TendrilEngine engine, boolean training) {
        PassOptions options = training ? PassOptions.training(RandomKey.of(7), 31, 2, 5) : PassOptions.inference();
        try (Pass pass = engine.open(options)) {
            Random random = new Random(3);
            Tensor x = drawn(Shape.of(Recurrences.ROWS, STEPS, recurrence.inputSize()), random, pass);
            List<Tensor> given = recurrence.given().stream()
                    .map(shape -> drawn(shape, random, pass))
                    .toList();
            S state = recurrence.starting().state(given, pass);
            Lengths lengths = Lengths.all(Recurrences.ROWS, STEPS);
            Unrolled<S> whole =
                    engine.unroll(recurrence.cell(), Sequence.of(x, lengths), state, UnrollOptions.forward());
            for (int row = 0; row < Recurrences.ROWS; row++) {
                Ids one = Ids.row(row);
                Unrolled<S> alone = engine.unroll(
                        recurrence.cell(),
                        Sequence.of(x.gather(one), Lengths.of(STEPS)),
                        States.gather(state, one),
                        UnrollOptions.forward());
                assertThat(alone.outputs().values().toDoubles())
                        .isEqualTo(whole.outputs().values().gather(one).toDoubles());
            }
            for (int t = 0; t < STEPS; t++) {
                Stepped<S> stepped = engine.step(recurrence.cell(), x.at(1, t), state);
                assertThat(stepped.output().toDoubles())
                        .isEqualTo(whole.outputs().values().at(1, t).toDoubles());
                state = stepped.state();
            }
            List<Tensor> last = States.tensors(state);
            for (int i = 0; i < last.size(); i++) {
                assertThat(last.get(i).toDoubles())
                        .isEqualTo(States.tensors(whole.last()).get(i).toDoubles());
            }
        }
    }

    private static void compare(
            Recurrences recurrence, Precision precision, boolean training, boolean reversed, double tolerance) {
        try (TendrilEngine engine =
                TendrilEngine.builder().precision(precision).threads(2).build()) {
            Recurrence<?> made = recurrence.of(REGISTRY, engine);
            Random random = new Random(recurrence.name().length());
            for (int trial = 0; trial < 3; trial++) {
                Lengths lengths =
                        Lengths.of(random.ints(Recurrences.ROWS, 0, STEPS + 1).toArray());
                List<double[]> planned = run(made, engine, lengths, training, reversed, true);
                List<double[]> stepByStep = run(made, engine, lengths, training, reversed, false);
                for (int i = 0; i < stepByStep.size(); i++) {
                    assertThat(planned.get(i))
                            .as("number %d, lengths %s", i, lengths)
                            .hasSameSizeAs(stepByStep.get(i));
                    double scale =
                            Arrays.stream(stepByStep.get(i)).map(Math::abs).reduce(1, Math::max);
                    for (int j = 0; j < stepByStep.get(i).length; j++) {
                        assertThat(planned.get(i)[j]) // a small sum of large terms has the errors of the terms
                                .as("value %d of number %d, lengths %s", j, i, lengths)
                                .isCloseTo(stepByStep.get(i)[j], within(tolerance * scale));
                    }
                }
            }
        }
    }

    /** Outputs, last state, and gradients of a random sum of both. */
    private static <S extends CellState> List<double[]> run(
            Recurrence<S> recurrence,
            TendrilEngine engine,
            Lengths lengths,
            boolean training,
            boolean reversed,
            boolean planned) {
        PassOptions options = training ? PassOptions.training(RandomKey.of(7), 31, 2, 5) : PassOptions.diagnostics();
        UnrollOptions way = reversed ? UnrollOptions.backward() : UnrollOptions.forward();
        try (Pass pass = engine.open(options)) {
            Random random = new Random(3);
            Tensor x = drawn(Shape.of(Recurrences.ROWS, STEPS, recurrence.inputSize()), random, pass);
            List<Tensor> given = recurrence.given().stream()
                    .map(shape -> drawn(shape, random, pass))
                    .toList();
            S start = recurrence.starting().state(given, pass);
            if (given.isEmpty()) { // else the state holds a mask
                start = States.mapTensors(start, tensor -> tensor.plus(drawn(tensor.shape(), random, pass)));
            }
            Sequence input = Sequence.of(x, lengths);
            Cell<S> cell = recurrence.cell();
            Unrolled<S> unrolled =
                    planned ? engine.unroll(cell, input, start, way) : Interpreter.unroll(cell, input, start, way);
            List<Tensor> values = new ArrayList<>(List.of(unrolled.outputs().values()));
            values.addAll(States.tensors(unrolled.last()));
            Tensor loss = pass.zeros(Shape.scalar());
            for (Tensor value : values) {
                loss = loss.plus(value.times(drawn(value.shape(), random, pass)).sum());
            }
            List<Tensor> leaves = new ArrayList<>(recurrence.parameters().parameters());
            leaves.add(x);
            leaves.addAll(given);
            leaves.addAll(States.tensors(start));
            Gradients gradients = engine.gradients(loss, leaves);
            List<double[]> numbers = new ArrayList<>();
            values.forEach(value -> numbers.add(value.toDoubles()));
            leaves.forEach(leaf -> numbers.add(gradients.of(leaf).toDoubles()));
            return numbers;
        }
    }

    private static Tensor drawn(Shape shape, Random random, Pass pass) {
        return pass.tensor(shape, random.doubles(shape.elements(), -1, 1).toArray());
    }
}
