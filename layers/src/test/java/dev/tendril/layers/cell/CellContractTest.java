package dev.tendril.layers.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.LayerComponents;
import dev.tendril.layers.testing.GradientCheck;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every cell of the core, wrapped and stacked, and for a third party's in our wrappers. */
class CellContractTest {
    private static final int[] LENGTHS = {7, 0, 2, 5};
    private static final int STEPS = 7;
    private static final PassOptions TRAINING = PassOptions.training(RandomKey.of(9), 11, 12, 13, 14);

    static Stream<CellCase> cells() {
        return CellCase.all();
    }

    @Test
    void everyCellOfTheCoreIsChecked() {
        assertThat(CellCase.all().map(each -> each.reference().id()))
                .containsAll(new LayerComponents()
                        .cells().stream().map(cell -> "core/" + cell.name()).toList());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradientsAreThoseOfFiniteDifferences(CellCase cell) {
        try (TendrilEngine engine = Samples.float64()) {
            Made made = Made.of(cell, engine);
            double error = new GradientCheck(engine, made.store, TRAINING, pass -> {
                        Unrolled<?> unrolled = made.run(pass, LENGTHS, 0);
                        Tensor last = States.tensors(unrolled.last()).get(0);
                        return GradientCheck.weighed(unrolled.outputs().values(), pass)
                                .plus(last.sum());
                    })
                    .worstError();
            assertThat(error).isLessThan(1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void paddingNeverChangesRealSteps(CellCase cell) {
        for (Precision precision : Precision.values()) {
            try (TendrilEngine engine = Samples.engine(precision)) {
                Made made = Made.of(cell, engine);
                assertThat(made.outputs(Double.NaN)).isEqualTo(made.outputs(0)).doesNotContain(Double.NaN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aBatchIsItsRowsOneByOne(CellCase cell) {
        for (Precision precision : Precision.values()) {
            try (TendrilEngine engine = Samples.engine(precision)) {
                Made made = Made.of(cell, engine);
                double[] together = made.outputs(0);
                int width = together.length / LENGTHS.length;
                for (int row = 0; row < LENGTHS.length; row++) {
                    assertThat(made.alone(row))
                            .as("row %d", row)
                            .isEqualTo(Arrays.copyOfRange(together, row * width, (row + 1) * width));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void stepByStepIsTheWholeSequence(CellCase cell) {
        for (Precision precision : Precision.values()) {
            try (TendrilEngine engine = Samples.engine(precision);
                    Pass pass = engine.open(TRAINING)) {
                Made made = Made.of(cell, engine);
                int[] full = {STEPS, STEPS, STEPS, STEPS};
                double[] whole = made.run(pass, full, 0).outputs().values().toDoubles();
                assertThat(stepped(made.cell, made.input(pass, full, 0), pass)).isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aRowWithoutStepsKeepsItsInitialState(CellCase cell) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(TRAINING)) {
            Made made = Made.of(cell, engine);
            var last = States.tensors(made.run(pass, LENGTHS, Double.NaN).last());
            var initial = States.tensors(made.cell.initialState(LENGTHS.length, pass));
            for (int i = 0; i < last.size(); i++) {
                assertThat(last.get(i).slice(0, 1, 2).toDoubles())
                        .isEqualTo(initial.get(i).slice(0, 1, 2).toDoubles());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aReorderedStateGoesOnAsItsRowsDid(CellCase cell) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(TRAINING)) {
            Made made = Made.of(cell, engine);
            assertReorders(made.cell, made.input(pass, LENGTHS, 0), pass);
        }
    }

    private static <S extends CellState> void assertReorders(Cell<S> cell, Sequence input, Pass pass) {
        Ids rows = Ids.row(3, 0, 0, 2, 3);
        Tensor first = input.values().at(1, 0);
        Tensor second = input.values().at(1, 1);
        S state = cell.step(first, cell.initialState(LENGTHS.length, pass));
        Tensor straight = cell.output(cell.step(second, state)).gather(rows);
        Tensor reordered = cell.output(cell.step(second.gather(rows), States.gather(state, rows)));
        assertThat(reordered.toDoubles()).isEqualTo(straight.toDoubles());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradientsStopWhereAWindowIsDetached(CellCase cell) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(TRAINING)) {
            Made made = Made.of(cell, engine);
            assertThat(firstStepReached(made.cell, made.input(pass, LENGTHS, 0), false))
                    .isTrue();
            assertThat(firstStepReached(made.cell, made.input(pass, LENGTHS, 0), true))
                    .isFalse();
        }
    }

    /** Whether the loss of the second step depends on the input of the first. */
    private static <S extends CellState> boolean firstStepReached(Cell<S> cell, Sequence input, boolean detached) {
        Tensor first = input.values().at(1, 0);
        S state = cell.step(first, cell.initialState(LENGTHS.length, first.pass()));
        S start = detached ? States.detach(state) : state;
        Tensor loss = cell.output(cell.step(input.values().at(1, 1), start)).sum();
        return first.pass().engine().gradients(loss, List.of(first)).reaches(first);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aResetRowStartsAfreshAndNoOtherDoes(CellCase cell) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(TRAINING)) {
            Made made = Made.of(cell, engine);
            assertResets(made.cell, made.input(pass, LENGTHS, 0));
        }
    }

    private static <S extends CellState> void assertResets(Cell<S> cell, Sequence input) {
        Pass pass = input.values().pass();
        Tensor ended = pass.tensor(Shape.of(LENGTHS.length), 0.0, 1.0, 0.0, 1.0);
        S initial = cell.initialState(LENGTHS.length, pass);
        S state = cell.step(input.values().at(1, 0), initial);
        List<Tensor> reset = States.tensors(States.reset(state, initial, ended));
        for (int i = 0; i < reset.size(); i++) {
            for (int row = 0; row < LENGTHS.length; row++) {
                Tensor expected = States.tensors(row % 2 == 1 ? initial : state).get(i);
                assertThat(reset.get(i).at(0, row).toDoubles())
                        .isEqualTo(expected.at(0, row).toDoubles());
            }
        }
    }

    private static <S extends CellState> double[] stepped(Cell<S> cell, Sequence input, Pass pass) {
        S state = cell.initialState(LENGTHS.length, pass);
        Tensor[] outputs = new Tensor[STEPS];
        for (int step = 0; step < STEPS; step++) {
            var stepped = pass.engine().step(cell, input.values().at(1, step), state);
            outputs[step] = stepped.output();
            state = stepped.state();
        }
        return Tensor.stack(1, outputs).toDoubles();
    }

    /** A cell, its parameters, and runs of it. */
    private record Made(Cell<?> cell, ParameterStore store, TendrilEngine engine) {
        static Made of(CellCase cell, TendrilEngine engine) {
            ParameterStore store = Samples.store(engine);
            Cell<?> made = TestContext.of(store).cell(cell.reference(), "cell", CellCase.INPUT);
            Samples.shake(engine, store);
            return new Made(made, store, engine);
        }

        Sequence input(Pass pass, int[] lengths, double padding) {
            double[] values = Samples.padded(3, lengths, STEPS, CellCase.INPUT, padding);
            return Sequence.of(
                    pass.tensor(Shape.of(lengths.length, STEPS, CellCase.INPUT), values), Lengths.of(lengths));
        }

        Unrolled<?> run(Pass pass, int[] lengths, double padding) {
            return run(cell, input(pass, lengths, padding), pass);
        }

        double[] outputs(double padding) {
            try (Pass pass = engine.open(TRAINING)) {
                return run(pass, LENGTHS, padding).outputs().values().toDoubles();
            }
        }

        double[] alone(int row) {
            try (Pass all = engine.open(TRAINING);
                    Pass pass = engine.open(PassOptions.training(RandomKey.of(9), 11 + row))) {
                Tensor values =
                        input(all, LENGTHS, 0).values().slice(0, row, row + 1).copy();
                Sequence one = Sequence.of(pass.attach(values), Lengths.of(LENGTHS[row]));
                return run(cell, one, pass).outputs().values().toDoubles();
            }
        }

        private static <S extends CellState> Unrolled<S> run(Cell<S> cell, Sequence input, Pass pass) {
            S initial = cell.initialState(input.rows(), pass);
            return pass.engine().unroll(cell, input, initial, UnrollOptions.forward());
        }
    }
}
