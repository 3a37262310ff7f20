package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpdateTest {
    private final TendrilEngine engine = TendrilEngine.builder().threads(1).build();
    private final ParameterStore store = engine.parameters(RandomKey.of(1));
    private final Parameter first = store.create("first", Shape.of(2), (shape, draw) -> new double[] {1, 2});
    private final Parameter second = store.create("second", Shape.of(1, 1), (shape, draw) -> new double[] {5});

    /** p − rate · (v ← v / 2 + g). */
    private record Momentum() implements Optimizer<Momentum.Velocity> {
        record Velocity(Tensor v) implements State {}

        @Override
        public double learningRate() {
            return 1;
        }

        @Override
        public Velocity initialState(Tensor parameter, Pass pass) {
            return new Velocity(pass.zeros(parameter.shape()));
        }

        @Override
        public Updated<Velocity> update(Tensor parameter, Tensor gradient, Velocity state, Scalars scalars) {
            Tensor v = state.v.times(0.5).plus(gradient);
            Tensor rate = scalars.of((learningRate, step) -> learningRate * step);
            return new Updated<>(parameter.minus(v.times(rate)), new Velocity(v));
        }
    }

    /** Remembers two sums that start as one tensor, and the parameter as it was at first; leaves the parameter as it is. */
    private record Sums() implements Optimizer<Sums.Kept> {
        record Kept(Tensor up, Tensor down, Tensor start) implements State {}

        @Override
        public double learningRate() {
            return 1;
        }

        @Override
        public Kept initialState(Tensor parameter, Pass pass) {
            Tensor zeros = pass.zeros(parameter.shape());
            return new Kept(zeros, zeros, parameter);
        }

        @Override
        public Updated<Kept> update(Tensor parameter, Tensor gradient, Kept state, Scalars scalars) {
            return new Updated<>(
                    parameter.minus(gradient),
                    new Kept(state.up.plus(gradient), state.down.minus(gradient), state.start));
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void anUpdateIsTheOptimisersEquation() {
        Map<Parameter, Momentum.Velocity> states = new HashMap<>();
        update(states, 0.5, 1);
        assertThat(first.toDoubles()).containsExactly(1 - 0.5 * 10, 2 - 0.5 * 20);
        assertThat(second.toDoubles()).containsExactly(5);
        update(states, 0.25, 2);
        assertThat(first.toDoubles()).containsExactly(-4 - 0.5 * 15, -8 - 0.5 * 30);
        assertThat(states).containsOnlyKeys(first);
        Momentum.Velocity velocity = Objects.requireNonNull(states.get(first));
        assertThat(velocity.v().toDoubles()).containsExactly(15, 30);
        assertThat(velocity.v().attached()).isFalse();
    }

    @Test
    void statesThatStartAsOneTensorAreRememberedApart() {
        Map<Parameter, Sums.Kept> states = new HashMap<>();
        update(new Sums(), states, 1, 1);
        update(new Sums(), states, 1, 2);

        Sums.Kept sums = Objects.requireNonNull(states.get(first));
        assertThat(sums.up().toDoubles()).containsExactly(20, 40);
        assertThat(sums.down().toDoubles()).containsExactly(-20, -40);
        assertThat(sums.start().toDoubles()).containsExactly(1, 2);
        assertThat(first.toDoubles()).containsExactly(1 - 20, 2 - 40);
    }

    @Test
    void versionsCountChangesOfAParametersOwn() {
        update(new HashMap<>(), 1, 1);
        assertThat(first.version()).isEqualTo(1);
        assertThat(second.version()).isZero();
        store.assign("second", engine.constant(Shape.of(1, 1), 7));
        assertThat(second.version()).isEqualTo(1);
        assertThat(second.toDoubles()).containsExactly(7);
    }

    @Test
    void aRunningPassSeesOneVersionOfAllParameters() {
        try (Pass running = engine.open(PassOptions.inference());
                Pass later = engine.open(PassOptions.inference())) {
            assertThat(running.attach(first).toDoubles()).containsExactly(1, 2);
            update(new HashMap<>(), 1, 1);
            store.assign("second", engine.constant(Shape.of(1, 1), 7));
            assertThat(running.ones(Shape.of(2)).times(first).toDoubles()).containsExactly(1, 2);
            assertThat(running.ones(Shape.of(1, 1)).linear(second).item()).isEqualTo(5);
            assertThat(later.ones(Shape.of(1, 1)).linear(second).item()).isEqualTo(7);
        }
    }

    @Test
    void productsUseTheNewNumbersAfterAnUpdate() {
        try (Pass pass = engine.open(PassOptions.inference())) {
            assertThat(pass.full(Shape.of(1, 1), 3).linear(second).item()).isEqualTo(15);
        }
        store.assign("second", engine.constant(Shape.of(1, 1), -2));
        try (Pass pass = engine.open(PassOptions.inference())) {
            assertThat(pass.full(Shape.of(1, 1), 3).linear(second).item()).isEqualTo(-6);
        }
    }

    @Test
    void anUpdateThatFailsChangesNothing() {
        Map<Parameter, Tensor> gradients = new LinkedHashMap<>();
        gradients.put(first, engine.constant(Shape.of(2), 1, 1));
        gradients.put(second, engine.constant(Shape.of(3), 1, 1, 1));
        Map<Parameter, Momentum.Velocity> states = new HashMap<>();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.update(new Momentum(), states, gradients, 1, 1))
                .withMessageContaining("second");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> update(states, Double.NaN, 3))
                .withMessageContaining("update 3 has the learning rate NaN");
        assertThat(first.toDoubles()).containsExactly(1, 2);
        assertThat(states).isEmpty();
    }

    @Test
    void aStoreNamesItsParametersOnceAndChecksTheirShapes() {
        assertThat(store.parameters()).containsExactly(first, second);
        assertThat(store.find("second")).contains(second);
        assertThat(store.elements()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.create("first", Shape.of(1), Cells.normal()))
                .withMessageContaining("first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.create("short", Shape.of(3), (shape, draw) -> new double[2]))
                .withMessageContaining("[3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.assign("first", engine.constant(Shape.of(3), 1, 2, 3)))
                .withMessageContaining("[2]")
                .withMessageContaining("[3]");
    }

    @Test
    void aDryStoreCountsWithoutNumbers() {
        ParameterStore dry = engine.dryParameters();
        Parameter huge = dry.create("huge", Shape.of(100_000, 100_000), (shape, draw) -> {
            throw new AssertionError("no numbers are wanted");
        });
        assertThat(dry.elements()).isEqualTo(10_000_000_000L);
        assertThatIllegalStateException().isThrownBy(huge::toDoubles).withMessageContaining("dry");
    }

    @Test
    void firstNumbersDependOnTheirPathAlone() {
        ParameterStore other = engine.parameters(RandomKey.of(7));
        Parameter alone = other.create("b", Shape.of(3), Cells.normal());
        ParameterStore more = engine.parameters(RandomKey.of(7));
        Parameter before = more.create("a", Shape.of(3), Cells.normal());
        assertThat(more.create("b", Shape.of(3), Cells.normal()).toDoubles()).isEqualTo(alone.toDoubles());
        assertThat(before.toDoubles()).isNotEqualTo(alone.toDoubles());
    }

    private void update(Map<Parameter, Momentum.Velocity> states, double rate, long step) {
        update(new Momentum(), states, rate, step);
    }

    private <S extends State> void update(Optimizer<S> optimizer, Map<Parameter, S> states, double rate, long step) {
        try (Pass pass = engine.open(PassOptions.diagnostics())) {
            Tensor gradient = pass.tensor(Shape.of(2), 10.0, 20.0);
            engine.update(optimizer, states, Map.of(first, gradient), rate, step);
        }
    }
}
