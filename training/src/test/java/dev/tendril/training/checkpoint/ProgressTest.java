package dev.tendril.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.training.loss.MeanLoss;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static Progress after(Double... watched) {
        return new Progress(0, watched.length + 1, 0, 0, List.of(watched), MeanLoss.none());
    }

    @Test
    void theBestEpochIsTheFirstOfTheSmallestValue() {
        assertThat(after().bestEpoch()).isZero();
        assertThat(after(3.0).bestEpoch()).isEqualTo(1);
        assertThat(after(3.0, 2.0, 2.0, 4.0).bestEpoch()).isEqualTo(2);
    }

    @Test
    void anEpochWithoutValueIsNeverBest() {
        assertThat(after(Double.NaN).bestEpoch()).isZero();
        assertThat(after(Double.NaN, 7.0, Double.NaN).bestEpoch()).isEqualTo(2);
    }

    @Test
    void standsAtTheBestOnlyRightAfterItsEpoch() {
        assertThat(Progress.start().atBest()).isFalse();
        assertThat(after(3.0).atBest()).isTrue();
        assertThat(after(3.0).skipped(false).atBest()).isFalse();
        assertThat(after(3.0, 4.0).atBest()).isFalse();
    }

    @Test
    void aBatchLeftOutMovesThePlaceAndNotTheStep() {
        Progress progress = Progress.start().updated(MeanLoss.none(), false).skipped(false);
        assertThat(progress.step()).isEqualTo(1);
        assertThat(progress.batch()).isEqualTo(2);
    }

    @Test
    void refusesAHistoryOfAnotherLength() {
        assertThatThrownBy(() -> new Progress(0, 3, 0, 0, List.of(1.0), MeanLoss.none()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
