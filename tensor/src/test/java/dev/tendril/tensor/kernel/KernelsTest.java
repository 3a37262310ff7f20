package dev.tendril.tensor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class KernelsTest {
    /** What the build says that this Java machine's kernels are: it tests them on several. */
    private static final String EXPECTED = System.getProperty("tendril.kernels", "vector kernels, \\d+ bit, .*");

    @Test
    void theChoiceIsSaidInWords() {
        assertThat(ElementwiseTest.kernels().map(Kernels::description))
                .satisfiesExactly(
                        widest -> assertThat(widest).matches(EXPECTED),
                        scalar -> assertThat(scalar).isEqualTo("scalar kernels: vector kernels are turned off"),
                        reference -> assertThat(reference).startsWith("scalar kernels: float64"));
    }
}
