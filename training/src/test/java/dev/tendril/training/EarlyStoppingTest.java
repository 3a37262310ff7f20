package dev.tendril.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EarlyStoppingTest {
    @Test
    void stopsAfterPatienceEpochsWithoutImprovement() {
        EarlyStopping rule = new EarlyStopping(2, 0);
        assertThat(rule.stops(List.of())).isFalse();
        assertThat(rule.stops(List.of(5.0))).isFalse();
        assertThat(rule.stops(List.of(5.0, 6.0))).isFalse();
        assertThat(rule.stops(List.of(5.0, 6.0, 5.5))).isTrue();
    }

    @Test
    void anImprovementStartsTheCountAnew() {
        EarlyStopping rule = new EarlyStopping(2, 0);
        assertThat(rule.stops(List.of(5.0, 6.0, 4.0, 7.0))).isFalse();
        assertThat(rule.stops(List.of(5.0, 6.0, 4.0, 7.0, 4.0))).isTrue();
    }

    @Test
    void improvementsBelowTheMinimumDoNotCountYetAddUp() {
        EarlyStopping rule = new EarlyStopping(2, 0.5);
        assertThat(rule.stops(List.of(5.0, 4.75, 4.5))).isFalse(); // 0.5 better than the last that counted
        assertThat(rule.stops(List.of(5.0, 4.75, 4.625))).isTrue();
    }

    @Test
    void aValueThatIsNoNumberNeverImproves() {
        EarlyStopping rule = new EarlyStopping(2, 0);
        assertThat(rule.stops(List.of(Double.NaN, Double.NaN))).isTrue();
        assertThat(rule.stops(List.of(Double.NaN, 3.0, Double.NaN))).isFalse();
        assertThat(rule.stops(List.of(3.0, Double.NaN, Double.NaN))).isTrue();
    }
}
