package dev.tendril.contracts.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tendril.api.cell.CellPlan;
import dev.tendril.tensor.PlantedPlan;
import dev.tendril.tensor.plan.PlantedBug;
import dev.tendril.tensor.plan.Planting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plan of a step that nobody has thought of computes what the step says, gradients included. Steps are drawn from the seeds 0, 1,
 * 2 …: {@value #DRAWN} of them, or as many as {@code -Dtendril.randomSteps} says.
 */
final class RandomStepsTest {
    private static final int DRAWN = 1_000;

    /** Why a step may be left without a plan, in the planner's words; {@link RandomSheets} draws such steps on purpose, seldom. */
    private static final Set<String> REASONS =
            Set.of("a product over a whole memory stands inside the step", "the planner does not know Max[axis=2]");

    /** The share of steps that may be left without a plan. */
    private static final double UNPLANNED = 0.05;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES) // as long as the build lets a module test
    void thePlanOfARandomStepComputesWhatTheStepSays() {
        int drawn = Integer.getInteger("tendril.randomSteps", DRAWN);
        List<String> wrong = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (int seed = 0; seed < drawn; seed++) {
            RandomTrial trial = RandomTrial.of(seed);
            Throwable thrown = catchThrowable(() -> reasons.addAll(reasons(trial)));
            if (thrown != null) {
                wrong.add(trial + "\n" + thrown);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(reasons).isSubsetOf(REASONS).hasSizeLessThanOrEqualTo((int) (drawn * UNPLANNED));
    }

    /** Why the step has no plan; empty if it has one. */
    private static List<String> reasons(RandomTrial trial) {
        List<CellPlan> plans = trial.check(engine -> engine::unroll);
        assertThat(plans).hasSize(1);
        return plans.stream()
                .filter(plan -> !plan.planned())
                .map(CellPlan::reason)
                .toList();
    }

    /** All bugs but one: no product backwards reads what the step before has left. */
    static Stream<Arguments> bugs() {
        return Arrays.stream(PlantedBug.values()).flatMap(bug -> Stream.of(false, true)
                .filter(backwards -> !(backwards && bug == PlantedBug.WRONG_MOMENT))
                .map(backwards -> Arguments.of(bug, backwards)));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void aBugOfThePlannerIsFound(PlantedBug bug, boolean backwards) {
        assertThat(IntStream.range(0, DRAWN)).anyMatch(seed -> isFound(bug, backwards, seed));
    }

    /** Whether a step has a place for a bug, and shows it. */
    private static boolean isFound(PlantedBug bug, boolean backwards, int seed) {
        Planting planting = Planting.of(bug, backwards);
        Throwable thrown =
                catchThrowable(() -> RandomTrial.of(seed).check(engine -> new PlantedPlan(engine, planting)::unroll));
        return planting.done() && thrown instanceof AssertionError;
    }
}
