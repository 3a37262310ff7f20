package dev.tendril.contracts.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tendril.api.tensor.Precision;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.plugin.InstalledPlugins;
import dev.tendril.runtime.plugin.PluginDiscovery;
import dev.tendril.runtime.plugin.PluginSources;
import dev.tendril.tensor.PlantedPlan;
import dev.tendril.tensor.plan.PlantedBug;
import dev.tendril.tensor.plan.Planting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The comparison of {@link PlannedStepsTest} finds bugs of the planner: each planted one makes it fail. */
final class PlantedBugsTest {
    private static final InstalledPlugins PLUGINS = PluginDiscovery.discover(PluginSources.classPathOnly());
    private static final ComponentRegistry REGISTRY = ComponentRegistry.of(PLUGINS.plugins(), PLUGINS.broken());
    private static final List<Recurrences> SPOILT =
            List.of(Recurrences.GRU, Recurrences.STACK_OF_THREE, Recurrences.ADDITIVE_ATTENTION_STEP);

    /** No product backwards reads what the step before has left: row operations do. */
    private static final Set<PlantedBug> FORWARDS_ALONE = EnumSet.of(PlantedBug.WRONG_MOMENT);

    /** No product forwards begins from nothing: all are added to what was computed before the loop. */
    private static final Set<PlantedBug> BACKWARDS_ALONE = EnumSet.of(PlantedBug.SUM_WITHOUT_A_START);

    @AfterAll
    static void close() {
        PLUGINS.close();
    }

    static Stream<Arguments> bugs() {
        return SPOILT.stream()
                .flatMap(recurrence -> Arrays.stream(PlantedBug.values()).flatMap(bug -> Stream.of(false, true)
                        .filter(backwards -> !(backwards ? FORWARDS_ALONE : BACKWARDS_ALONE).contains(bug))
                        .map(backwards -> Arguments.of(recurrence, bug, backwards))));
    }

    static Stream<Recurrences> spoilt() {
        return SPOILT.stream();
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void thePlanThatBugsArePlantedInIsRightWithoutThem(Recurrences recurrence) {
        comparison(recurrence).check(REGISTRY, engine -> new PlantedPlan(engine, Planting.none())::unroll);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void aPlantedBugIsFound(Recurrences recurrence, PlantedBug bug, boolean backwards) {
        Planting planting = Planting.of(bug, backwards);
        assertThatThrownBy(() ->
                        comparison(recurrence).check(REGISTRY, engine -> new PlantedPlan(engine, planting)::unroll))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(backwards ? "gradient of" : "outputs");
        assertThat(planting.done()).isTrue();
    }

    static Stream<Arguments> signs() {
        return SPOILT.stream()
                .flatMap(recurrence -> Stream.of(false, true).map(backwards -> Arguments.of(recurrence, backwards)));
    }

    @ParameterizedTest
    @MethodSource("signs")
    void theSignOfEveryElementwiseOperationMatters(Recurrences recurrence, boolean backwards) {
        List<Integer> unnoticed = new ArrayList<>();
        int number = 0;
        for (boolean more = true; more; number++) {
            AtomicBoolean changed = new AtomicBoolean();
            Planting planting = Planting.wrongSign(number, backwards, changed);
            Throwable thrown = catchThrowable(
                    () -> comparison(recurrence).check(REGISTRY, engine -> new PlantedPlan(engine, planting)::unroll));
            more = planting.done();
            if (changed.get() && !(thrown instanceof AssertionError)) {
                unnoticed.add(number);
            }
        }
        assertThat(number).isGreaterThan(3);
        assertThat(unnoticed).isEmpty();
    }

    private static Comparison comparison(Recurrences recurrence) {
        return new Comparison(recurrence, new Comparison.Setting(Precision.FLOAT64, true, false));
    }
}
