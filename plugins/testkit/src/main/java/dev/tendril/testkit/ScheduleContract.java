package dev.tendril.testkit;

import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.ScheduleProvider;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.training.Schedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Tendril relies on in a schedule.
 *
 * @param <P> the schedule's parameters
 */
public abstract class ScheduleContract<P extends Record> extends ComponentContract<P> {
    private static final int STEPS = 101;
    private static final int STEPS_PER_EPOCH = 7;

    /**
     * The contract of one schedule.
     *
     * @param plugin that brings the schedule
     * @param examples its name and parameters; whatever it does, it should begin within 101 updates of 7 an epoch
     */
    protected ScheduleContract(Class<? extends Plugin> plugin, Examples<P> examples) {
        super(Kind.SCHEDULE, plugin, examples);
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static Schedule schedule(Trial trial) {
        return ((ScheduleProvider<Record>) trial.provider(ScheduleProvider.class)).create(trial.parameters());
    }

    /** Positions of a training whose metric falls, and then stays. */
    private static List<Schedule.Progress> positions() {
        List<Schedule.Progress> positions = new ArrayList<>();
        List<Double> validation = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            positions.add(new Schedule.Progress(step, 1 + validation.size(), STEPS, validation));
            if (step % STEPS_PER_EPOCH == 0) {
                validation.add(Math.max(0.5, 2 - 0.4 * validation.size()));
            }
        }
        return positions;
    }

    private static Map<String, Numbers> factors(Schedule schedule, List<Schedule.Progress> positions) {
        Map<String, Numbers> factors = new LinkedHashMap<>();
        for (Schedule.Progress position : positions) {
            double[] factor = {schedule.factor(position)};
            factors.put("factor of update " + position.step(), new Numbers(Shape.scalar(), factor));
        }
        return factors;
    }

    @Override
    final void smoke(Trial trial) {
        factors(schedule(trial), positions());
    }

    @Override
    final List<Check> checks(Trial trial) {
        return List.of(
                new Check("every factor is finite and not negative", () -> finite(trial)),
                new Check("a factor depends on the position alone", () -> pure(trial)),
                new Check("threads that use it at once get the same bits", () -> {
                    Schedule schedule = schedule(trial);
                    Together.check(
                            "several threads get the bits of one",
                            variant -> factors(schedule, Together.rotated(positions(), variant)));
                }));
    }

    private static void finite(Trial trial) {
        List<String> problems = new ArrayList<>();
        factors(schedule(trial), positions()).forEach((name, numbers) -> {
            double factor = numbers.values()[0];
            if (!Double.isFinite(factor) || factor < 0) {
                problems.add(name + " is " + factor);
            }
        });
        Failures.failIf(problems, "a factor is finite and not negative");
    }

    private static void pure(Trial trial) {
        Schedule schedule = schedule(trial);
        List<Schedule.Progress> reversed = positions();
        Collections.reverse(reversed);
        Map<String, Numbers> forwards = factors(schedule, positions());
        Map<String, Numbers> backwards = factors(schedule, reversed);
        new Same("asked in order", "asked from the end")
                .bits("a schedule is a function of the position", forwards, backwards);
    }
}
