package dev.tendril.nlp.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.tensor.RandomKey;
import dev.tendril.tensor.random.Philox;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexPermutationTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 16, 17, 255, 256, 257, 1009, 65537})
    void everyNumberStandsAtOnePlace(long size) {
        IndexPermutation permutation = new IndexPermutation(new Philox(), RandomKey.of(7), size);
        assertThat(LongStream.range(0, size).map(permutation::at).sorted().toArray())
                .isEqualTo(LongStream.range(0, size).toArray());
    }

    @Test
    void theKeyChoosesTheOrder() {
        IndexPermutation first = new IndexPermutation(new Philox(), RandomKey.of(7), 1009);
        IndexPermutation second = new IndexPermutation(new Philox(), RandomKey.of(8), 1009);
        assertThat(LongStream.range(0, 1009).filter(at -> first.at(at) == second.at(at)))
                .hasSizeLessThan(13);
        assertThat(LongStream.range(0, 1009).filter(at -> first.at(at) == at)).hasSizeLessThan(13);
    }

    @Test
    void thereIsNoPlaceOutside() {
        IndexPermutation permutation = new IndexPermutation(new Philox(), RandomKey.of(7), 5);
        assertThatThrownBy(() -> permutation.at(5)).hasMessage("place 5 of 5");
        assertThatThrownBy(() -> permutation.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new IndexPermutation(new Philox(), RandomKey.of(7), 0))
                .hasMessageContaining("size is 0");
    }
}
