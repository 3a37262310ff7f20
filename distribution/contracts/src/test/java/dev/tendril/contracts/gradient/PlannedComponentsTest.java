package dev.tendril.contracts.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.cell.CellPlan;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.contracts.recurrence.SameNumbers;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.plugin.InstalledPlugins;
import dev.tendril.runtime.plugin.PluginDiscovery;
import dev.tendril.runtime.plugin.PluginSources;
import dev.tendril.tensor.TendrilEngine;
import java.lang.ref.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every registered component, as YAML makes it, computes the same on an engine that plans recurrences and on one that does not: nodes
 * with layers and directions, networks of decoders, heads with their losses.
 */
final class PlannedComponentsTest {
    private static final InstalledPlugins PLUGINS = PluginDiscovery.discover(PluginSources.classPathOnly());
    private static final ComponentRegistry REGISTRY = ComponentRegistry.of(PLUGINS.plugins(), PLUGINS.broken());

    @AfterAll
    static void close() {
        PLUGINS.close();
    }

    static Stream<Arguments> trials() {
        return Trials.all().entrySet().stream().flatMap(of -> of.getValue().stream()
                .flatMap(trial -> Stream.of(Precision.values()).flatMap(precision -> Stream.of(false, true)
                        .map(training -> Arguments.of(of.getKey(), trial, precision, training)))));
    }

    @ParameterizedTest
    @MethodSource("trials")
    void plansChangeNoNumber(Trials.Name name, Trials.Trial trial, Precision precision, boolean training) {
        TendrilEngine.Builder builder =
                TendrilEngine.builder().precision(precision).threads(1);
        try (TendrilEngine planning = builder.build();
                TendrilEngine interpreting = builder.plans(false).build()) {
            Subject subject = trial.subject(REGISTRY, planning);
            try {
                Map<String, double[]> planned = numbers(subject, planning, training);
                Map<String, double[]> stepByStep =
                        numbers(trial.subject(REGISTRY, interpreting), interpreting, training);
                SameNumbers.check(planned, stepByStep, precision == Precision.FLOAT64 ? 1e-10 : 1e-5, trial.yaml());
                assertThat(interpreting.plans()).isEmpty();
                boolean recurrent = name.kind() == Kind.CELL || trial.yaml().contains("cell:");
                assertThat(planning.plans().isEmpty()).isEqualTo(!recurrent);
                assertThat(planning.plans().stream()
                                .filter(plan -> !plan.planned())
                                .map(CellPlan::reason))
                        .as("why recurrences of %s are run step by step", trial.yaml())
                        .containsExactlyElementsOf(declared(trial, training));
            } finally {
                Reference.reachabilityFence(subject); // plans live as long as their cells
            }
        }
    }

    /** Why a recurrence of a component has no plan: nothing, unless a decoder samples its own inputs. */
    private static List<String> declared(Trials.Trial trial, boolean training) {
        return training && trial.yaml().contains("scheduled_sampling") ? List.of("the step computes ids") : List.of();
    }

    private static Map<String, double[]> numbers(Subject subject, TendrilEngine engine, boolean training) {
        Random random = new Random(11);
        for (Parameter parameter : subject.parameters().parameters()) {
            double[] values =
                    random.doubles(parameter.shape().elements(), -1, 1).toArray();
            subject.parameters().assign(parameter.path(), engine.constant(parameter.shape(), values));
        }
        PassOptions options =
                training ? PassOptions.training(RandomKey.of(7), Samples.examples()) : PassOptions.diagnostics();
        try (Pass pass = engine.open(options)) {
            Map<String, Tensor> leaves = new LinkedHashMap<>();
            subject.parameters().parameters().forEach(parameter -> leaves.put(parameter.path(), parameter));
            for (Subject.Input input : subject.inputs()) {
                leaves.put(input.name(), drawn(input.shape(), random, pass));
            }
            List<Tensor> inputs = subject.inputs().stream()
                    .map(input -> leaves.get(input.name()))
                    .toList();
            List<Tensor> outputs = subject.computation().outputs(inputs, pass);
            Tensor loss = pass.zeros(Shape.scalar());
            Map<String, double[]> numbers = new LinkedHashMap<>();
            for (Tensor output : outputs) {
                numbers.put("output " + numbers.size(), output.toDoubles());
                loss = loss.plus(
                        output.times(drawn(output.shape(), random, pass)).sum());
            }
            Gradients gradients = engine.gradients(loss, leaves.values());
            leaves.forEach((name, leaf) ->
                    numbers.put("gradient of " + name, gradients.of(leaf).toDoubles()));
            return numbers;
        }
    }

    private static Tensor drawn(Shape shape, Random random, Pass pass) {
        return pass.tensor(shape, random.doubles(shape.elements(), -1, 1).toArray());
    }
}
