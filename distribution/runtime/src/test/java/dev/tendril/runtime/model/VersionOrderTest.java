package dev.tendril.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class VersionOrderTest {
    @Test
    void versionsAreOrderedPartByPart() {
        List<String> ordered =
                List.of("0.9", "1.0.0-rc1", "1.0.0-rc2", "1.0.0", "1.4", "1.4.1", "1.10.0", "2.0.0-SNAPSHOT", "2.0.0");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(3));
        shuffled.sort(VersionOrder.INSTANCE);

        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void missingPartsAreZero() {
        assertThat(VersionOrder.INSTANCE.compare("1.4", "1.4.0")).isZero();
        assertThat(VersionOrder.INSTANCE.compare("1.4.0+build7", "1.4.0")).isZero();
    }
}
