package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TracerTest {
    private static final int BATCH = 3;
    private static final int INPUTS = 2;
    private static final int HIDDEN = 7;
    private static final int STEPS = 4;

    @ParameterizedTest
    @EnumSource
    void replayingATraceIsRunningTheStep(Precision precision) {
        check(precision, store -> new Cells.Plain(store, INPUTS, HIDDEN), Trace.Kind.CARRIED);
        check(
                precision,
                store -> new Cells.NormalisedLstm(store, INPUTS, HIDDEN),
                Trace.Kind.CARRIED,
                Trace.Kind.CARRIED);
        check(
                precision,
                store -> new Cells.Attentive(store, INPUTS, HIDDEN, 5),
                Trace.Kind.CARRIED,
                Trace.Kind.CONSTANT,
                Trace.Kind.CONSTANT,
                Trace.Kind.GROWING);
    }

    private static <S extends CellState> void check(
            Precision precision, Function<ParameterStore, Cell<S>> maker, Trace.Kind... kinds) {
        try (TendrilEngine engine =
                TendrilEngine.builder().precision(precision).threads(1).build()) {
            ParameterStore store = engine.parameters(RandomKey.of(4));
            Cell<S> cell = maker.apply(store);
            List<double[]> eager = run(engine, cell, store, cell::step, cell::output);
            Trace<S> trace;
            try (Pass pass = engine.open(PassOptions.training(RandomKey.of(9), 1, 2, 3))) {
                trace = Tracer.trace(engine, cell, Shape.of(BATCH, INPUTS), cell.initialState(BATCH, pass), true);
            }
            assertThat(trace.kinds()).containsExactly(kinds);
            List<double[]> replayed = run(
                    engine, cell, store, (x, state) -> trace.replay(x, state).next(), cell::output);
            assertThat(replayed).hasSameSizeAs(eager);
            for (int i = 0; i < eager.size(); i++) {
                assertThat(replayed.get(i)).isEqualTo(eager.get(i));
            }
        }
    }

    /** Some way of making a step. */
    private interface Stepping<S> {
        S step(Tensor x, S state);
    }

    /** Outputs of some steps, the last state, and the gradients of a loss over them. */
    private static <S extends CellState> List<double[]> run(
            TendrilEngine engine,
            Cell<S> cell,
            ParameterStore store,
            Stepping<S> stepping,
            Function<S, Tensor> output) {
        try (Pass pass = engine.open(PassOptions.training(RandomKey.of(9), 1, 2, 3))) {
            S state = cell.initialState(BATCH, pass);
            List<Tensor> inputs = new ArrayList<>();
            Tensor loss = pass.zeros(Shape.scalar());
            List<double[]> numbers = new ArrayList<>();
            for (int t = 0; t < STEPS; t++) {
                Tensor x = Samples.normal(pass, t, BATCH, INPUTS);
                inputs.add(x);
                state = stepping.step(x, state);
                loss = loss.plus(output.apply(state).square().sum());
                numbers.add(output.apply(state).toDoubles());
            }
            States.tensors(state).forEach(tensor -> numbers.add(tensor.toDoubles()));
            inputs.addAll(store.parameters());
            Gradients gradients = engine.gradients(loss, inputs);
            inputs.forEach(tensor -> numbers.add(gradients.of(tensor).toDoubles()));
            return numbers;
        }
    }

    @ParameterizedTest
    @EnumSource(value = Precision.class, names = "FLOAT32")
    void aStepThatReadsNumbersCannotBeTracedAndIsToldSo(Precision precision) {
        try (TendrilEngine engine =
                        TendrilEngine.builder().precision(precision).threads(1).build();
                Pass pass = engine.open(PassOptions.inference())) {
            Cell<Cells.Plain.PlainState> reading = new Cell<>() {
                @Override
                public Cells.Plain.PlainState initialState(int batch, Pass in) {
                    return new Cells.Plain.PlainState(in.zeros(Shape.of(batch, INPUTS)));
                }

                @Override
                public Cells.Plain.PlainState step(Tensor x, Cells.Plain.PlainState previous) {
                    return x.toDoubles()[0] > 0 ? previous : new Cells.Plain.PlainState(x);
                }

                @Override
                public Tensor output(Cells.Plain.PlainState state) {
                    return state.h();
                }
            };
            assertThatIllegalStateException()
                    .isThrownBy(() -> Tracer.trace(
                            engine, reading, Shape.of(BATCH, INPUTS), reading.initialState(BATCH, pass), false))
                    .withMessageContaining("only inside a trace");
        }
    }
}
