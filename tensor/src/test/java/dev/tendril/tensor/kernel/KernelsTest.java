package dev.tendril.tensor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelsTest {
    @Test
    void theChoiceIsSaidInWords() {
        assertThat(ElementwiseTest.kernels().map(Kernels::description))
                .satisfiesExactly(
                        vector -> assertThat(vector).matches("vector kernels, \\d+ bit, .*"),
                        scalar -> assertThat(scalar).isEqualTo("scalar kernels: vector kernels are turned off"),
                        reference -> assertThat(reference).startsWith("scalar kernels: float64"));
    }
}
