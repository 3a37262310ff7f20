package dev.tendril.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StatisticsTest {
    @Test
    void theMedianIsTheMiddleOrTheMeanOfTwo() {
        assertThat(Statistics.median(List.of(7.0, 2.0, 3.0))).isEqualTo(3);
        assertThat(Statistics.median(List.of(7.0, 2.0, 3.0, 5.0))).isEqualTo(4);
    }

    @Test
    void theSpreadIsFromFastestToSlowestByTheMedian() {
        assertThat(Statistics.spread(List.of(5.0, 4.0, 7.0))).isEqualTo(0.6);
    }
}
