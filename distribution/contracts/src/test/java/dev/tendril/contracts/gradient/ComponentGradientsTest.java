package dev.tendril.contracts.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.tensor.DifferentiableFunction;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.plugin.InstalledPlugins;
import dev.tendril.runtime.plugin.PluginDiscovery;
import dev.tendril.runtime.plugin.PluginSources;
import dev.tendril.tensor.TendrilEngine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every registered component has right gradients; what is registered is what plugin discovery finds. */
final class ComponentGradientsTest {
    private static final InstalledPlugins PLUGINS = PluginDiscovery.discover(PluginSources.classPathOnly());
    private static final ComponentRegistry REGISTRY = ComponentRegistry.of(PLUGINS.plugins(), PLUGINS.broken());
    private static final Map<Trials.Name, List<Trials.Trial>> TRIALS = Trials.all();
    private static final Engine ENGINE =
            TendrilEngine.builder().precision(Precision.FLOAT64).threads(1).build();

    /** Components without parameters and without real inputs: they turn ids into fixed numbers. */
    private static final Set<Trials.Name> CONSTANTS = Set.of(new Trials.Name(Kind.NODE, "core/one_hot"));

    @AfterAll
    static void close() {
        ENGINE.close();
        PLUGINS.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRegisteredComponentHasTheGradientsOfItsDifferences() {
        return registered(REGISTRY).stream()
                .map(name -> DynamicTest.dynamicTest(name.toString(), () -> check(name, TRIALS.get(name))));
    }

    private static void check(Trials.Name name, @Nullable List<Trials.Trial> trials) {
        if (trials == null) {
            fail(name + " is registered and has no trial of its gradients; add one to Trials");
            return;
        }
        for (Trials.Trial trial : trials) {
            Subject subject = trial.subject(REGISTRY, ENGINE);
            assertThat(subject.constant())
                    .as(trial.yaml() + " has nothing to differentiate")
                    .isEqualTo(CONSTANTS.contains(name));
            assertThat(GradientCheck.problems(ENGINE, subject)).as(trial.yaml()).isEmpty();
        }
    }

    @Test
    void everyTrialIsOfARegisteredComponent() {
        assertThat(REGISTRY.broken()).isEmpty();
        assertThat(TRIALS.keySet()).isSubsetOf(registered(REGISTRY));
    }

    @Test
    void aRegisteredComponentWithoutATrialFailsByName() {
        Trials.Name unknown = new Trials.Name(Kind.CELL, "acme/peephole_lstm");
        assertThatThrownBy(() -> check(unknown, TRIALS.get(unknown)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cell acme/peephole_lstm is registered and has no trial");
    }

    @Test
    void aCellWithAWrongGradientIsFound() {
        assertThat(problems(new Square(2))).isEmpty();
        assertThat(problems(new Square(2 + 1e-4)))
                .isNotEmpty()
                .allMatch(problem -> problem.contains("gradient") && problem.contains("difference"));
    }

    @Test
    void aParameterThatNothingDependsOnIsFound() {
        var store = ENGINE.parameters(RandomKey.of(1));
        store.create("forgotten", Shape.of(2), (shape, draw) -> new double[2]);
        Subject subject = new Subject(
                store,
                List.of(new Subject.Input("x", Shape.of(3))),
                (given, pass) -> List.of(given.get(0).tanh()));
        assertThat(GradientCheck.problems(ENGINE, subject))
                .containsExactly(
                        "not training: forgotten: nothing depends on it", "training: forgotten: nothing depends on it");
    }

    private static List<String> problems(DifferentiableFunction function) {
        Subject subject = Subjects.cell(
                ENGINE.parameters(RandomKey.of(1)), new FunctionCell(function), FunctionCell.UNITS, ENGINE);
        return GradientCheck.problems(ENGINE, subject);
    }

    private static Set<Trials.Name> registered(ComponentRegistry registry) {
        return registry.list().stream()
                .filter(component -> Trials.differentiable(component.kind()))
                .map(component -> new Trials.Name(component.kind(), component.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@code h′ = f(x + h)}. */
    private record FunctionCell(DifferentiableFunction function) implements Cell<FunctionCell.State> {
        static final int UNITS = 2;

        record State(Tensor h) implements CellState {}

        @Override
        public State initialState(int batch, Pass pass) {
            return new State(pass.zeros(Shape.of(batch, UNITS)));
        }

        @Override
        public State step(Tensor x, State previous) {
            Tensor sum = x.plus(previous.h()).times(0.3);
            return new State(x.pass().engine().apply(function, sum));
        }

        @Override
        public Tensor output(State state) {
            return state.h();
        }
    }

    /** x², whose gradient is {@code factor} · x: right for the factor 2 alone. */
    private record Square(double factor) implements DifferentiableFunction {
        @Override
        public Shape outputShape(List<Shape> inputs) {
            return inputs.get(0);
        }

        @Override
        public void forward(List<View> inputs, View output) {
            for (int i = 0; i < output.shape().elements(); i++) {
                double x = inputs.get(0).get(i);
                output.set(i, x * x);
            }
        }

        @Override
        public void gradient(List<View> inputs, View output, View outputGradient, List<View> inputGradients) {
            for (int i = 0; i < output.shape().elements(); i++) {
                inputGradients.get(0).set(i, factor * inputs.get(0).get(i) * outputGradient.get(i));
            }
        }
    }
}
