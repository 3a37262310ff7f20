package dev.tendril.tensor.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tendril.api.tensor.LinearAlgebra;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EjmlLinearAlgebraTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    private final LinearAlgebra algebra = new EjmlLinearAlgebra();

    @ParameterizedTest
    @CsvSource({"7, 7", "3, 11", "11, 3", "1, 5", "5, 1"})
    void theShorterSideOfAnOrthogonalMatrixIsOrthonormal(int rows, int columns) {
        double[] q = algebra.orthogonal(rows, columns, normal(rows * columns));
        boolean wide = rows <= columns;
        int vectors = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        assertThat(q).hasSize(rows * columns);
        for (int a = 0; a < vectors; a++) {
            for (int b = 0; b < vectors; b++) {
                double dot = 0;
                for (int i = 0; i < length; i++) {
                    dot += wide ? q[a * columns + i] * q[b * columns + i] : q[i * columns + a] * q[i * columns + b];
                }
                assertThat(dot).isCloseTo(a == b ? 1 : 0, EXACT);
            }
        }
    }

    @Test
    void signsMakeTheDiagonalOfRPositive() {
        int size = 5;
        double[] matrix = normal(size * size);
        double[] q = algebra.orthogonal(size, size, matrix);
        for (int column = 0; column < size; column++) {
            double diagonal = 0; // of R = Qᵀ A
            for (int i = 0; i < size; i++) {
                diagonal += q[i * size + column] * matrix[i * size + column];
            }
            assertThat(diagonal).isPositive();
        }
    }

    @Test
    void singularValuesAreThoseOfAScaledRotation() {
        double[] rotation = {0.6, -0.8, 0.8, 0.6};
        double[] scaled = {3 * rotation[0], 5 * rotation[1], 3 * rotation[2], 5 * rotation[3]};
        assertThat(algebra.singularValues(2, 2, scaled)).containsExactly(new double[] {5, 3}, EXACT);
        assertThat(algebra.singularValues(1, 3, new double[] {2, 3, 6})).containsExactly(new double[] {7}, EXACT);
    }

    @Test
    void eigenvaluesComeLargestModulusFirst() {
        double[] block = {0, -2, 0, 2, 0, 0, 0, 0, -3}; // ±2i and −3
        LinearAlgebra.Complex[] values = algebra.eigenvalues(3, block);
        assertThat(values[0].real()).isCloseTo(-3, EXACT);
        assertThat(values[1].imaginary()).isCloseTo(2, EXACT);
        assertThat(values[2].imaginary()).isCloseTo(-2, EXACT);
        assertThat(Arrays.stream(values)
                        .mapToDouble(LinearAlgebra.Complex::modulus)
                        .max())
                .hasValueCloseTo(3.0, EXACT);
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.singularValues(1, 2, new double[] {1, Double.NaN}))
                .withMessageContaining("number 1");
    }

    private static double[] normal(int count) {
        Random random = new Random(17);
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }
}
