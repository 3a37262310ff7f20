package dev.tendril.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnsTest {
    @Test
    void textsStandToTheLeftAndNumbersToTheRight() {
        assertThat(Columns.of(List.of(List.of("name", "ms", ""), List.of("a", "1234", "")), 1))
                .isEqualTo("""
                        name    ms
                        a     1234
                        """);
    }
}
