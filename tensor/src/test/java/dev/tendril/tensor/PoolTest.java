package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PoolTest {
    @ParameterizedTest
    @EnumSource
    void anArrayServesOthersOfAboutItsLength(Precision precision) {
        Pool pool = new Pool(precision);
        Storage storage = pool.take(1009);
        assertThat(storage.length()).isBetween(1009, 1280);
        pool.give(storage);
        assertThat(pool.take(11)).isNotSameAs(storage);
        assertThat(pool.take(storage.length())).isSameAs(storage);
        assertThat(pool.take(1009)).isNotSameAs(storage);
    }

    @Test
    void whatIsAskedForTakesTheRoomOfWhatIsNot() {
        Pool pool = new Pool(Precision.FLOAT32, 2400);
        List<Storage> stalest = List.of(pool.take(512), pool.take(512));
        stalest.forEach(pool::give);
        Storage stale = pool.take(1024);
        pool.give(stale);
        Storage fresh = pool.take(1280);
        pool.give(fresh);
        assertThat(pool.take(1280)).isSameAs(fresh);
        assertThat(pool.take(1024)).isSameAs(stale);
        assertThat(stalest).doesNotContain(pool.take(512));
    }

    @Test
    void whatIsTooLargeForThePoolDrivesNothingOut() {
        Pool pool = new Pool(Precision.FLOAT32, 2048);
        Storage kept = pool.take(1024);
        Storage large = pool.take(2560);
        pool.give(kept);
        pool.give(large);
        assertThat(pool.take(2560)).isNotSameAs(large);
        assertThat(pool.take(1024)).isSameAs(kept);
    }

    /** The tests of the whole project run with assertions, so that none of them can pass on numbers that were given back. */
    @ParameterizedTest
    @EnumSource
    void memoryThatWasGivenBackHoldsNoNumbers(Precision precision) {
        Pool pool = new Pool(precision);
        for (int length : List.of(1, 63, 64, 1009)) {
            Storage storage = pool.take(length);
            storage.fill(0, length, 1);
            pool.give(storage);
            assertThat(storage.toDoubles(0, length)).containsOnly(Double.NaN);
        }
    }

    @Test
    void aClosedPassLeavesNoNumbersBehind() {
        try (TendrilEngine engine = TendrilEngine.builder().build()) {
            Array array;
            try (EagerPass pass = (EagerPass) engine.open(PassOptions.diagnostics())) {
                Tensor sums = pass.full(Shape.of(7, 11), 2).plus(pass.full(Shape.of(7, 11), 3));
                array = ((PassTensor) sums).array();
                assertThat(array.storage().get(array.at())).isEqualTo(5);
            }
            assertThat(array.storage().get(array.at())).isNaN();
        }
    }
}
