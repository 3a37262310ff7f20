package dev.tendril.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Schedule;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
    private static Schedule.Progress step(long step) {
        return new Schedule.Progress(step, 1, 1000, List.of());
    }

    @Test
    void constantNeverScales() {
        Schedule schedule = new ConstantProvider().create(new NoParameters());
        assertThat(schedule.factor(step(1))).isOne();
        assertThat(schedule.factor(step(1_000_003))).isOne();
    }

    @Test
    void warmupGrowsLinearlyAndStays() {
        Schedule schedule = new WarmupProvider().create(new WarmupParameters(8));
        assertThat(schedule.factor(step(1))).isEqualTo(1.0 / 8);
        assertThat(schedule.factor(step(5))).isEqualTo(5.0 / 8);
        assertThat(schedule.factor(step(8))).isOne();
        assertThat(schedule.factor(step(9))).isOne();
    }

    @Test
    void noamGrowsLinearlyAndFallsWithTheSquareRoot() {
        Schedule schedule = new NoamProvider().create(new NoamParameters(8));
        assertThat(schedule.factor(step(1))).isEqualTo(1.0 / 8);
        assertThat(schedule.factor(step(5))).isEqualTo(5.0 / 8);
        assertThat(schedule.factor(step(8))).isOne();
        assertThat(schedule.factor(step(32))).isEqualTo(0.5);
        assertThat(schedule.factor(step(72))).isEqualTo(1.0 / 3);
    }
}
