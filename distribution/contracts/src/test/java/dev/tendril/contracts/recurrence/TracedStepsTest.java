package dev.tendril.contracts.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
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
import dev.tendril.tensor.ReplayedCell;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A replayed step is the step, to the bit; and every recurrence that is run step by step, or replayed, goes through windows, beams and
 * empty rows as the mathematics says.
 */
final class TracedStepsTest {
    private static final int ROWS = 3;
    private static final int STEPS = 5;
    private static final Lengths LENGTHS = Lengths.of(5, 0, 3);
    private static final InstalledPlugins PLUGINS = PluginDiscovery.discover(PluginSources.classPathOnly());
    private static final ComponentRegistry REGISTRY = ComponentRegistry.of(PLUGINS.plugins(), PLUGINS.broken());

    @AfterAll
    static void close() {
        PLUGINS.close();
    }

    /**
     * Every recurrence in both precisions, outside training and in it; but for a Transformer's step, whose trace holds for one position
     * alone, since its memory of the steps before grows.
     */
    static Stream<Arguments> cases() {
        return Stream.of(Recurrences.values())
                .filter(recurrence -> recurrence != Recurrences.TRANSFORMER_STEP)
                .flatMap(recurrence -> Stream.of(Precision.values()).flatMap(precision -> Stream.of(false, true)
                        .map(training -> Arguments.of(recurrence, new Setting(precision, training)))));
    }

    /** How a recurrence is run. */
    record Setting(Precision precision, boolean training) {
        TendrilEngine engine() {
            return TendrilEngine.builder()
                    .precision(precision)
                    .threads(1)
                    .plans(false)
                    .build();
        }

        PassOptions options() {
            return training ? PassOptions.training(RandomKey.of(7), 31, 2, 5) : PassOptions.diagnostics();
        }

        /** How far sums in another order may lie apart. */
        double rounding() {
            return precision == Precision.FLOAT64 ? 1e-13 : 1e-5;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aReplayedStepGivesTheBitsOfTheStepGradientsToo(Recurrences recurrence, Setting setting) {
        try (TendrilEngine engine = setting.engine()) {
            replayed(new Trial<>(recurrence.of(REGISTRY, engine), engine, setting));
        }
    }

    private static <S extends CellState> void replayed(Trial<S> trial) {
        Numbers eager = trial.whole(trial.recurrence().cell(), state -> state, state -> state);
        ReplayedCell<S> replayed = trial.trace();
        assertThat(eager.gradients())
                .anyMatch(gradient -> Arrays.stream(gradient).anyMatch(each -> each != 0));
        assertSame(trial.whole(replayed, replayed::state, ReplayedCell.State::inner), eager);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMemoryOfAnAttentionAndAMaskAreConstantInTheTrace(Recurrences recurrence, Setting setting) {
        try (TendrilEngine engine = setting.engine()) {
            List<String> kinds = new Trial<>(recurrence.of(REGISTRY, engine), engine, setting)
                    .trace()
                    .kinds();
            long constants = kinds.stream().filter("CONSTANT"::equals).count();
            assertThat(constants)
                    .isEqualTo(
                            switch (recurrence) {
                                case ADDITIVE_ATTENTION_STEP,
                                        ADDITIVE_ATTENTION_AFTER_THE_STEP,
                                        GENERAL_ATTENTION_STEP,
                                        DOT_ATTENTION_STEP,
                                        SCALED_DOT_ATTENTION_AFTER_THE_STEP,
                                        STEP_WITH_INPUT_FEEDING -> 3; // keys, values, mask
                                case STEP_WITH_A_CONTEXT -> 4; // and the context
                                case VARIATIONAL_DROPOUT_OF_LSTM, VARIATIONAL_DROPOUT_OF_A_THIRD_PARTYS_CELL ->
                                    2; // of input and of state
                                case GATES_OF_A_VECTOR,
                                        GATES_OF_A_MEMORY,
                                        GATES_OF_AN_EMPTY_MEMORY,
                                        CONSTANTS,
                                        REPEATED_NUMBERS,
                                        ON_TOP_OF_A_VECTOR,
                                        PRODUCT_OF_A_MEMORY,
                                        PRODUCT_OF_AN_EMPTY_MEMORY,
                                        PRODUCT_OF_REPEATED_ROWS,
                                        SUM_OF_A_NORM,
                                        SOFTMAX_OVER_TIME,
                                        SUMS_OVER_FEATURES,
                                        NORMED_KEYS,
                                        FIRST_OF_A_SHEET,
                                        PRODUCT_OF_A_MEMORY_WITHOUT_FEATURES -> 2; // the vector and the memory
                                default -> 0;
                            });
            assertThat(kinds).contains("CARRIED").doesNotContain("GROWING");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void twoWindowsAreOneWhenNothingIsDetached(Recurrences recurrence, Setting setting) {
        try (TendrilEngine engine = setting.engine()) {
            windows(new Trial<>(recurrence.of(REGISTRY, engine), engine, setting));
        }
    }

    private static <S extends CellState> void windows(Trial<S> trial) {
        Numbers whole = trial.whole(trial.recurrence().cell(), state -> state, state -> state);
        assertClose(
                trial.twoWindows(trial.recurrence().cell(), state -> state, state -> state), whole, trial.setting());
        ReplayedCell<S> replayed = trial.trace();
        assertClose(trial.twoWindows(replayed, replayed::state, ReplayedCell.State::inner), whole, trial.setting());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rowsOfAStateCanBeReorderedRepeatedAndLeftOut(Recurrences recurrence, Setting setting) {
        try (TendrilEngine engine = setting.engine()) {
            Trial<?> trial = new Trial<>(recurrence.of(REGISTRY, engine), engine, setting);
            beams(trial, Ids.row(2, 0, 0));
            fewerRows(trial, Ids.row(1));
        }
    }

    private static <S extends CellState> void beams(Trial<S> trial, Ids rows) {
        trial.beam(trial.recurrence().cell(), state -> state, rows);
        ReplayedCell<S> replayed = trial.trace();
        trial.beam(replayed, replayed::state, rows);
    }

    private static <S extends CellState> void fewerRows(Trial<S> trial, Ids rows) {
        trial.beam(trial.recurrence().cell(), state -> state, rows);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRowOfLengthZeroKeepsItsInitialStateAndShowsZeros(Recurrences recurrence, Setting setting) {
        try (TendrilEngine engine = setting.engine()) {
            emptyRows(new Trial<>(recurrence.of(REGISTRY, engine), engine, setting));
        }
    }

    private static <S extends CellState> void emptyRows(Trial<S> trial) {
        trial.emptyRow(trial.recurrence().cell(), state -> state);
        ReplayedCell<S> replayed = trial.trace();
        trial.emptyRow(replayed, replayed::state);
    }

    private static void assertSame(Numbers actual, Numbers expected) {
        assertThat(actual.values()).hasSameSizeAs(expected.values());
        for (int i = 0; i < expected.values().size(); i++) {
            assertThat(actual.values().get(i))
                    .as("value " + i)
                    .isEqualTo(expected.values().get(i));
        }
        assertThat(actual.gradients()).hasSameSizeAs(expected.gradients());
        for (int i = 0; i < expected.gradients().size(); i++) {
            assertThat(actual.gradients().get(i))
                    .as("gradient " + i)
                    .isEqualTo(expected.gradients().get(i));
        }
    }

    /** The same bits forwards; gradients of a parameter are summed in another order, so up to rounding. */
    private static void assertClose(Numbers actual, Numbers expected, Setting setting) {
        for (int i = 0; i < expected.values().size(); i++) {
            assertThat(actual.values().get(i))
                    .as("value " + i)
                    .isEqualTo(expected.values().get(i));
        }
        for (int i = 0; i < expected.gradients().size(); i++) {
            assertThat(actual.gradients().get(i))
                    .as("gradient " + i)
                    .containsExactly(expected.gradients().get(i), within(setting.rounding()));
        }
    }

    /**
     * What a run gives.
     *
     * @param values the outputs, and every tensor of the last state
     * @param gradients by parameters, inputs and what the first state is made from
     */
    record Numbers(List<double[]> values, List<double[]> gradients) {}

    /** A recurrence in a setting. */
    record Trial<S extends CellState>(Recurrence<S> recurrence, TendrilEngine engine, Setting setting) {

        ReplayedCell<S> trace() {
            try (Pass pass = engine.open(setting.options())) {
                S example = recurrence.starting().state(given(pass), ROWS, pass);
                Shape x = Shape.of(ROWS, recurrence.inputSize());
                return ReplayedCell.of(engine, recurrence.cell(), x, example, setting.training());
            }
        }

        <C extends CellState> Numbers whole(Cell<C> cell, Function<S, C> wrap, Function<C, S> unwrap) {
            try (Pass pass = engine.open(setting.options())) {
                List<Tensor> given = given(pass);
                Tensor x = x(pass);
                C start = wrap.apply(recurrence.starting().state(given, ROWS, pass));
                Unrolled<C> unrolled = engine.unroll(cell, Sequence.of(x, LENGTHS), start, UnrollOptions.forward());
                return numbers(unrolled.outputs().values(), unwrap.apply(unrolled.last()), leaves(x, given));
            }
        }

        <C extends CellState> Numbers twoWindows(Cell<C> cell, Function<S, C> wrap, Function<C, S> unwrap) {
            int cut = 2;
            try (Pass pass = engine.open(setting.options())) {
                List<Tensor> given = given(pass);
                Tensor x = x(pass);
                C start = wrap.apply(recurrence.starting().state(given, ROWS, pass));
                Unrolled<C> first = engine.unroll(
                        cell, Sequence.of(x.slice(1, 0, cut), Lengths.of(2, 0, 2)), start, UnrollOptions.forward());
                Unrolled<C> second = engine.unroll(
                        cell,
                        Sequence.of(x.slice(1, cut, STEPS), Lengths.of(3, 0, 1)),
                        first.last(),
                        UnrollOptions.forward());
                Tensor outputs =
                        first.outputs().values().concat(1, second.outputs().values());
                return numbers(outputs, unwrap.apply(second.last()), leaves(x, given));
            }
        }

        /** Choosing rows before a step is choosing them after it. */
        <C extends CellState> void beam(Cell<C> cell, Function<S, C> wrap, Ids rows) {
            try (Pass pass = engine.open(setting.options())) {
                Tensor x = x(pass);
                C state = wrap.apply(recurrence.starting().state(given(pass), ROWS, pass));
                state = cell.step(x.at(1, 1), cell.step(x.at(1, 0), state));
                C before = cell.step(x.at(1, 2).gather(rows), States.gather(state, rows));
                C after = States.gather(cell.step(x.at(1, 2), state), rows);
                assertThat(cell.output(before).toDoubles())
                        .isEqualTo(cell.output(after).toDoubles());
                List<Tensor> expected = States.tensors(after);
                List<Tensor> actual = States.tensors(before);
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(actual.get(i).toDoubles())
                            .isEqualTo(expected.get(i).toDoubles());
                }
            }
        }

        <C extends CellState> void emptyRow(Cell<C> cell, Function<S, C> wrap) {
            Ids empty = Ids.row(1);
            try (Pass pass = engine.open(setting.options())) {
                C start = wrap.apply(recurrence.starting().state(given(pass), ROWS, pass));
                Unrolled<C> unrolled =
                        engine.unroll(cell, Sequence.of(x(pass), LENGTHS), start, UnrollOptions.forward());
                assertThat(unrolled.outputs().values().gather(empty).toDoubles())
                        .containsOnly(0);
                List<Tensor> before = States.tensors(start);
                List<Tensor> last = States.tensors(unrolled.last());
                for (int i = 0; i < before.size(); i++) {
                    assertThat(last.get(i).gather(empty).toDoubles())
                            .isEqualTo(before.get(i).gather(empty).toDoubles());
                }
            }
        }

        private Numbers numbers(Tensor outputs, S last, List<Tensor> leaves) {
            List<Tensor> values = new ArrayList<>(List.of(outputs));
            values.addAll(States.tensors(last));
            Tensor loss = outputs.pass().zeros(Shape.scalar());
            Random random = new Random(13);
            for (Tensor value : values) {
                loss = loss.plus(value.times(drawn(value.shape(), random, outputs.pass()))
                        .sum());
            }
            Gradients gradients = engine.gradients(loss, leaves);
            return new Numbers(
                    values.stream().map(Tensor::toDoubles).toList(),
                    leaves.stream().map(leaf -> gradients.of(leaf).toDoubles()).toList());
        }

        private List<Tensor> leaves(Tensor x, List<Tensor> given) {
            List<Tensor> leaves = new ArrayList<>(recurrence.parameters().parameters());
            leaves.add(x);
            leaves.addAll(given);
            return leaves;
        }

        private Tensor x(Pass pass) {
            return drawn(Shape.of(ROWS, STEPS, recurrence.inputSize()), new Random(3), pass);
        }

        private List<Tensor> given(Pass pass) {
            Random random = new Random(17);
            return recurrence.given(ROWS).stream()
                    .map(shape -> drawn(shape, random, pass))
                    .toList();
        }

        private static Tensor drawn(Shape shape, Random random, Pass pass) {
            return pass.tensor(shape, random.doubles(shape.elements(), -1, 1).toArray());
        }
    }
}
