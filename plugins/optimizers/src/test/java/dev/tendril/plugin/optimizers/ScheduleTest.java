package dev.tendril.plugin.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.training.Schedule;
import dev.tendril.api.training.Schedule.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Factors at the places where a schedule turns, worked out by hand. */
final class ScheduleTest {
    private static final Offset<Double> ROUNDING = within(1e-15);
    private static final int PLANNED = 101;

    private static double atStep(Schedule schedule, long step) {
        return schedule.factor(new Progress(step, 1, PLANNED, List.of()));
    }

    private static double[] atSteps(Schedule schedule, long... steps) {
        return Arrays.stream(steps).mapToDouble(step -> atStep(schedule, step)).toArray();
    }

    private static double atEpoch(Schedule schedule, int epoch) {
        return schedule.factor(new Progress(7, epoch, PLANNED, List.of()));
    }

    private static double after(Schedule schedule, double... validation) {
        List<Double> history = DoubleStream.of(validation).boxed().toList();
        return schedule.factor(new Progress(7, history.size() + 1, PLANNED, history));
    }

    @Test
    void stepFallsEverySoManyEpochs() {
        StepSchedule schedule = new StepSchedule(3, 0.1);
        assertThat(atEpoch(schedule, 1)).isEqualTo(1);
        assertThat(atEpoch(schedule, 3)).isEqualTo(1);
        assertThat(atEpoch(schedule, 4)).isEqualTo(0.1);
        assertThat(atEpoch(schedule, 7)).isEqualTo(0.01, ROUNDING);
    }

    @Test
    void exponentialFallsSmoothly() {
        assertThat(atSteps(new ExponentialSchedule(10, 0.25), 1, 6, 11, 21))
                .containsExactly(new double[] {1, 0.5, 0.25, 0.0625}, ROUNDING);
    }

    @Test
    void halveAfterEpochHoldsAndThenFallsAtEachEpoch() {
        HalveAfterEpochSchedule schedule = new HalveAfterEpochSchedule(4, 0.5);
        assertThat(atEpoch(schedule, 4)).isEqualTo(1);
        assertThat(atEpoch(schedule, 5)).isEqualTo(0.5);
        assertThat(atEpoch(schedule, 7)).isEqualTo(0.125);
    }

    @Test
    void cosineFallsAlongHalfACosineAndStays() {
        assertThat(atSteps(new CosineSchedule(Optional.of(40L), 0, 0.2), 20, 40, 41, 1000))
                .containsExactly(new double[] {0.6, 0.2, 0.2, 0.2}, ROUNDING);
        double quarter = (1 + Math.sqrt(0.5)) / 2;
        assertThat(atStep(new CosineSchedule(Optional.of(40L), 0, 0), 10)).isEqualTo(quarter, ROUNDING);
    }

    @Test
    void cosineWarmsUpFirst() {
        assertThat(atSteps(new CosineSchedule(Optional.of(30L), 10, 0), 1, 5, 10, 20, 30))
                .containsExactly(new double[] {0.1, 0.5, 1, 0.5, 0}, ROUNDING);
    }

    @Test
    void cosineLastsAsLongAsIsPlanned() {
        CosineSchedule schedule = new CosineSchedule(Optional.empty(), 1, 0.5);
        assertThat(atSteps(schedule, 1, 51, PLANNED)).containsExactly(new double[] {1, 0.75, 0.5}, ROUNDING);
    }

    @Test
    void aWarmUpThatLeavesNothingIsRefused() {
        assertThatThrownBy(() -> new CosineSchedule(Optional.of(10L), 10, 0))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining("want fewer");
        assertThat(atSteps(new CosineSchedule(Optional.empty(), 200, 0.5), 100, 201))
                .as("of the updates that are planned, all are the warm-up")
                .containsExactly(0.5, 0.5);
    }

    @Test
    void oneCycleGrowsFallsBackAndFades() {
        OneCycleSchedule schedule = new OneCycleSchedule(Optional.empty(), 0.4, 0.1, 0.001);
        assertThat(atSteps(schedule, 1, 21, 41, 61, 81, 91, 101, 102))
                .containsExactly(new double[] {0.1, 0.55, 1, 0.55, 0.1, 0.0505, 0.001, 0.001}, within(1e-12));
    }

    @Test
    void oneCycleLastsAsLongAsIsSaid() {
        OneCycleSchedule schedule = new OneCycleSchedule(Optional.of(11L), 0.5, 0, 0);
        assertThat(atSteps(schedule, 1, 6, 11, 50)).containsExactly(new double[] {0, 1, 0, 0}, ROUNDING);
    }

    @Test
    void plateauFallsAfterTooManyEpochsWithoutAnImprovement() {
        PlateauSchedule schedule = new PlateauSchedule(1, 0.5, 0, 0);
        assertThat(after(schedule)).isEqualTo(1);
        assertThat(after(schedule, 3, 2, 2.5)).as("one is borne").isEqualTo(1);
        assertThat(after(schedule, 3, 2, 2.5, 2)).as("an equal value is none").isEqualTo(0.5);
        assertThat(after(schedule, 3, 2, 2.5, 2, 2.1))
                .as("the count starts anew")
                .isEqualTo(0.5);
        assertThat(after(schedule, 3, 2, 2.5, 2, 2.1, 2.2)).isEqualTo(0.25);
        assertThat(after(schedule, 3, 2, 2.5, 1, 1.5)).isEqualTo(1);
        assertThat(after(schedule, 3, Double.NaN, Double.NaN)).isEqualTo(0.5);
    }

    @Test
    void plateauWantsAMarginAndKeepsAFloor() {
        PlateauSchedule schedule = new PlateauSchedule(0, 0.1, 0.5, 0.05);
        assertThat(after(schedule, 3, 2.6)).isEqualTo(0.1);
        assertThat(after(schedule, 3, 2.4)).isEqualTo(1);
        assertThat(after(schedule, 3, 2.6, 2.6, 2.6)).isEqualTo(0.05);
    }
}
