package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.cell.State;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An equation gives the same numbers whether it runs as one program in place or operation by operation. */
class OptimizerEquationTest {
    private static final int STEPS = 3;

    /** Two tensors of the parameter's shape. */
    record Pair(Tensor a, Tensor b) implements State {}

    /** An optimiser of one expression, which starts from (parameter, zeros). */
    private interface Rule extends Optimizer<Pair> {
        @Override
        default double learningRate() {
            return 0.01;
        }

        @Override
        default Pair initialState(Tensor parameter, Pass pass) {
            return new Pair(parameter, pass.zeros(parameter.shape()));
        }
    }

    private enum Equations implements Rule {
        ADAM {
            @Override
            public Updated<Pair> update(Tensor parameter, Tensor gradient, Pair state, Scalars scalars) {
                Tensor m = state.a.times(0.9).plus(gradient.times(0.1));
                Tensor v = state.b.times(0.99).plus(gradient.square().times(0.01));
                Tensor rate = scalars.of((learningRate, step) -> learningRate / (1 - Math.pow(0.9, (double) step)));
                return new Updated<>(
                        parameter.minus(m.times(rate).dividedBy(v.sqrt().plus(1e-8))), new Pair(m, v));
            }
        },
        ADAM_WITH_BOTH_CORRECTIONS {
            @Override
            public Updated<Pair> update(Tensor parameter, Tensor gradient, Pair state, Scalars scalars) {
                Tensor m = gradient.times(0.1).plus(state.a.times(0.9));
                Tensor v = gradient.square().times(0.01).plus(state.b.times(0.99));
                Tensor rate = scalars.of((learningRate, step) -> learningRate / (1 - Math.pow(0.9, (double) step)));
                Tensor correction = scalars.of((learningRate, step) -> 1 / (1 - Math.pow(0.99, (double) step)));
                Tensor deviation = v.abs().times(correction).sqrt().plus(1e-8);
                return new Updated<>(parameter.minus(m.times(rate).dividedBy(deviation)), new Pair(m, v));
            }
        },
        SQUARES_ON_BOTH_SIDES {
            @Override
            public Updated<Pair> update(Tensor parameter, Tensor gradient, Pair state, Scalars scalars) {
                Tensor both =
                        gradient.square().times(state.a).plus(parameter.square().times(0.25));
                Tensor quotient = gradient.times(0.3).dividedBy(both.plus(1));
                return new Updated<>(parameter.minus(quotient), new Pair(both, quotient.plus(both)));
            }
        },
        NEW_NUMBERS_BEFORE_OLD_ONES_ARE_READ {
            @Override
            public Updated<Pair> update(Tensor parameter, Tensor gradient, Pair state, Scalars scalars) {
                Tensor next = parameter.minus(gradient.times(scalars.of((learningRate, step) -> learningRate)));
                Tensor a = next.plus(parameter); // the old parameter, after the new one
                return new Updated<>(next, new Pair(a, state.a.minus(a).plus(parameter)));
            }
        },
        PLACES_SWAPPED {
            @Override
            public Updated<Pair> update(Tensor parameter, Tensor gradient, Pair state, Scalars scalars) {
                return new Updated<>(state.b.plus(gradient), new Pair(state.b, state.a));
            }
        },
        PLACES_ROTATED {
            @Override
            public Updated<Pair> update(Tensor parameter, Tensor gradient, Pair state, Scalars scalars) {
                return new Updated<>(state.a, new Pair(state.b, parameter));
            }
        },
        ONE_VALUE_FOR_ALL {
            @Override
            public Updated<Pair> update(Tensor parameter, Tensor gradient, Pair state, Scalars scalars) {
                Tensor mean = parameter.plus(gradient).plus(state.a).times(1.0 / 3);
                return new Updated<>(mean, new Pair(mean, mean));
            }
        },
        NUMBERS_AND_CONSTANTS {
            @Override
            public Updated<Pair> update(Tensor parameter, Tensor gradient, Pair state, Scalars scalars) {
                Tensor rate = scalars.of((learningRate, step) -> learningRate * step);
                Tensor half = parameter.pass().full(parameter.shape(), 0.5);
                Tensor slower = rate.times(rate).plus(rate.sqrt());
                Tensor kept = gradient.abs().greaterThan(0.7).select(gradient, 0);
                Tensor sign = gradient.greaterThan(0).select(half, half.negate());
                return new Updated<>(
                        parameter.minus(kept.times(slower)).plus(sign.maximum(state.b)),
                        new Pair(slower.expand(parameter.shape()), half));
            }
        },
        OTHER_SHAPES {
            @Override
            public Updated<Pair> update(Tensor parameter, Tensor gradient, Pair state, Scalars scalars) {
                Tensor flat = gradient.reshape(
                        Shape.of(Math.toIntExact(gradient.shape().elements())));
                Tensor tall = parameter.unsqueeze(0).exp().squeeze(0);
                Tensor scaled =
                        flat.sigmoid().times(flat).reshape(parameter.shape()).detach();
                return new Updated<>(
                        parameter.minus(scaled), new Pair(tall, state.a.relu().tanh()));
            }
        },
        NOTHING {
            @Override
            public Updated<Pair> update(Tensor parameter, Tensor gradient, Pair state, Scalars scalars) {
                return new Updated<>(parameter, state);
            }
        }
    }

    /** The same equation with a sum in it that is 0, so that it is not elementwise. */
    private record WithASum(Rule rule) implements Rule {
        @Override
        public Updated<Pair> update(Tensor parameter, Tensor gradient, Pair state, Scalars scalars) {
            Tensor nothing = gradient.sum().times(0);
            Updated<Pair> updated = rule.update(parameter, gradient, state, scalars);
            return new Updated<>(updated.parameter().plus(nothing), updated.state());
        }
    }

    @ParameterizedTest
    @EnumSource(Equations.class)
    void aProgramAgreesWithTheOperations(Equations rule) {
        for (int elements : new int[] {0, 1, 7, 1023, 1024, 1025, 3 * 1024 + 5}) {
            try (TendrilEngine engine = engine(Precision.FLOAT64, 1)) {
                assertClose(run(engine, rule, elements), run(engine, new WithASum(rule), elements), 1e-12);
            }
            try (TendrilEngine engine = engine(Precision.FLOAT32, 1)) { // a program fuses products and sums
                assertClose(run(engine, rule, elements), run(engine, new WithASum(rule), elements), 2e-6);
            }
        }
    }

    @Test
    void onlyElementwiseEquationsBecomePrograms() {
        try (TendrilEngine engine = engine(Precision.FLOAT32, 1);
                Pass pass = engine.open(PassOptions.inference())) {
            Pair state = new Pair(pass.zeros(Shape.of(2, 3)), pass.zeros(Shape.of(2, 3)));
            var equations = new dev.tendril.tensor.Equations(engine);
            for (Equations rule : Equations.values()) {
                assertThat(equations.of(rule, Shape.of(2, 3), state)).isPresent();
                assertThat(equations.of(new WithASum(rule), Shape.of(2, 3), state))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void theNumberOfThreadsNeverChangesABit(int threads) {
        try (TendrilEngine one = engine(Precision.FLOAT32, 1);
                TendrilEngine many = engine(Precision.FLOAT32, threads)) {
            assertThat(run(many, Equations.ADAM, 1_000_003)).isEqualTo(run(one, Equations.ADAM, 1_000_003));
        }
    }

    @Test
    void aStateBroughtAlongIsCopiedAndThenWrittenInPlace() {
        try (TendrilEngine engine = engine(Precision.FLOAT64, 1)) {
            ParameterStore store = engine.parameters(RandomKey.of(1));
            Parameter parameter = store.create("p", Shape.of(2), (shape, draw) -> new double[] {1, 2});
            Tensor brought = engine.constant(Shape.of(2), 10, 20);
            Map<Parameter, Pair> states = new HashMap<>(Map.of(parameter, new Pair(brought, brought)));
            Tensor gradient = engine.constant(Shape.of(2), 3, 4);
            engine.update(Equations.PLACES_SWAPPED, states, Map.of(parameter, gradient), 1, 1);
            assertThat(brought.toDoubles()).containsExactly(10, 20);
            assertThat(parameter.toDoubles()).containsExactly(13, 24);
            Pair first = Objects.requireNonNull(states.get(parameter));
            engine.update(Equations.ADAM, states, Map.of(parameter, gradient), 1, 2);
            assertThat(states.get(parameter)).isSameAs(first);
            assertThat(first.a.toDoubles()).containsExactly(9.3, 18.4);
        }
    }

    @Test
    void anUpdateBesideARunningPassWritesTheSameNumbers() {
        try (TendrilEngine engine = engine(Precision.FLOAT32, 1)) {
            double[][] alone = run(engine, Equations.ADAM, 2000);
            ParameterStore store = engine.parameters(RandomKey.of(1));
            Parameter parameter = parameter(store, 2000);
            Map<Parameter, Pair> states = new HashMap<>();
            for (int step = 1; step <= STEPS; step++) {
                try (Pass running = engine.open(PassOptions.inference())) {
                    double[] before = running.attach(parameter).toDoubles();
                    engine.update(Equations.ADAM, states, Map.of(parameter, gradient(engine, 2000)), 0.01, step);
                    assertThat(running.attach(parameter).toDoubles()).isEqualTo(before);
                }
            }
            assertThat(numbers(parameter, states)).isEqualTo(alone);
        }
    }

    @Test
    void aNumberThatCannotBeComputedChangesNothing() {
        Rule broken = (parameter, gradient, state, scalars) -> {
            Tensor rate = scalars.of((learningRate, step) -> {
                if (step == 2) {
                    throw new IllegalArgumentException("no rate for step 2");
                }
                return learningRate;
            });
            return new Optimizer.Updated<>(parameter.minus(gradient.times(rate)), state);
        };
        try (TendrilEngine engine = engine(Precision.FLOAT32, 1)) {
            ParameterStore store = engine.parameters(RandomKey.of(1));
            Map<Parameter, Tensor> gradients = new LinkedHashMap<>();
            gradients.put(parameter(store, 5), gradient(engine, 5));
            Map<Parameter, Pair> states = new HashMap<>();
            engine.update(broken, states, gradients, 1, 1);
            Parameter parameter = store.parameters().get(0);
            double[][] before = numbers(parameter, states);
            assertThatThrownBy(() -> engine.update(broken, states, gradients, 1, 2))
                    .hasMessage("no rate for step 2");
            assertThat(numbers(parameter, states)).isEqualTo(before);
        }
    }

    @Test
    void anEquationCannotReadNumbers() {
        Rule reading = (parameter, gradient, state, scalars) ->
                new Optimizer.Updated<>(parameter.times(gradient.sum().item()), state);
        try (TendrilEngine engine = engine(Precision.FLOAT32, 1)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> run(engine, reading, 5))
                    .withMessageContaining("exists only inside a trace");
        }
    }

    private static TendrilEngine engine(Precision precision, int threads) {
        return TendrilEngine.builder().precision(precision).threads(threads).build();
    }

    /** The parameter and its state after some steps. */
    private static double[][] run(TendrilEngine engine, Rule rule, int elements) {
        Parameter parameter = parameter(engine.parameters(RandomKey.of(1)), elements);
        Map<Parameter, Pair> states = new HashMap<>();
        for (int step = 1; step <= STEPS; step++) {
            engine.update(rule, states, Map.of(parameter, gradient(engine, elements)), 0.01, step);
        }
        return numbers(parameter, states);
    }

    private static double[][] numbers(Parameter parameter, Map<Parameter, Pair> states) {
        List<double[]> numbers = new ArrayList<>(List.of(parameter.toDoubles()));
        States.tensors(Objects.requireNonNull(states.get(parameter)))
                .forEach(tensor -> numbers.add(tensor.toDoubles()));
        return numbers.toArray(double[][]::new);
    }

    private static Parameter parameter(ParameterStore store, int elements) {
        return store.create("p", Shape.of(elements, 1), (shape, draw) -> waves(elements, 0.37));
    }

    private static Tensor gradient(TendrilEngine engine, int elements) {
        return engine.constant(Shape.of(elements, 1), waves(elements, 0.73));
    }

    private static double[] waves(int elements, double frequency) {
        return DoubleStream.iterate(0, i -> i + 1)
                .limit(elements)
                .map(i -> Math.sin(frequency * (i + 1)))
                .toArray();
    }

    private static void assertClose(double[][] actual, double[][] expected, double tolerance) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                double allowed = tolerance * (1 + Math.abs(expected[i][j]));
                assertThat(actual[i][j]).as("tensor %s, element %s", i, j).isCloseTo(expected[i][j], within(allowed));
            }
        }
    }
}
