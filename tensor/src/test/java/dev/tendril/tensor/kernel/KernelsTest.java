package dev.tendril.tensor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.Precision;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One suite for all kernels, on awkward sizes, against plain loops in double precision. */
class KernelsTest {
    private static final int[] SIZES = {0, 1, 3, 13, 16, 17, 31, 64, 100, 207};
    private static final int AHEAD = 5; // operands start in the middle of their arrays

    static Stream<Kernels> kernels() {
        return Stream.of(
                Kernels.choose(Precision.FLOAT32, Kernels.Vectors.ON),
                Kernels.choose(Precision.FLOAT32, Kernels.Vectors.OFF),
                Kernels.choose(Precision.FLOAT64, Kernels.Vectors.AUTO));
    }

    @Test
    void theChoiceIsSaidInWords() {
        assertThat(kernels().map(Kernels::description))
                .satisfiesExactly(
                        vector -> assertThat(vector).matches("vector kernels, \\d+ bit, .*"),
                        scalar -> assertThat(scalar).isEqualTo("scalar kernels: vector kernels are turned off"),
                        reference -> assertThat(reference).startsWith("scalar kernels: float64"));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void rowsAreSummedNormalisedAndMaximised(Kernels kernels) {
        int rows = 3;
        for (int columns : SIZES) {
            double[] numbers = normal(rows * columns, 7);
            Span x = span(kernels, numbers);
            Span y = span(kernels, new double[rows * Math.max(columns, 1)]);
            kernels.rows().sum(x, rows, columns, y);
            double[] sums = new double[rows];
            for (int i = 0; i < rows * columns; i++) {
                sums[i / columns] += read(x, i);
            }
            assertClose(kernels, all(y, rows), sums, 1e-5);
            assertThat(kernels.rows().total(x, rows * columns))
                    .isCloseTo(Arrays.stream(sums).sum(), Offset.offset(1e-4));
            if (columns > 0) {
                checkSoftmaxes(kernels, x, y, rows, columns);
            }
        }
    }

    private static void checkSoftmaxes(Kernels kernels, Span x, Span y, int rows, int columns) {
        kernels.rows().max(x, rows, columns, y);
        double[] largest = all(y, rows);
        double[] probabilities = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            double total = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int column = 0; column < columns; column++) {
                most = Math.max(most, read(x, row * columns + column));
                total += Math.exp(read(x, row * columns + column));
            }
            assertThat(largest[row]).isEqualTo(most);
            for (int column = 0; column < columns; column++) {
                probabilities[row * columns + column] = Math.exp(read(x, row * columns + column)) / total;
            }
        }
        kernels.rows().softmax(x, rows, columns, y);
        assertClose(kernels, all(y, rows * columns), probabilities, 1e-6);
        kernels.rows().logSoftmax(x, rows, columns, y);
        assertClose(
                kernels,
                all(y, rows * columns),
                Arrays.stream(probabilities).map(Math::log).toArray(),
                1e-6);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void zerosBehindARowAndItsPlaceNeverChangeItsSum(Kernels kernels) {
        for (int length : new int[] {1, 13, 16, 20, 33}) {
            double[] numbers = normal(length, 9);
            Span alone = span(kernels, numbers);
            double[] among = new double[3 * 50];
            System.arraycopy(numbers, 0, among, 50, length);
            Span sums = span(kernels, new double[4]);
            kernels.rows().sum(alone, 1, length, sums);
            kernels.rows().sum(span(kernels, among), 3, 50, sums.plus(1));
            assertThat(read(sums, 2)).isEqualTo(read(sums, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aMaskedSoftmaxNeverReadsWhatIsHidden(Kernels kernels) {
        int columns = 19;
        double[] x = normal(3 * columns, 4);
        double[] mask = new double[3 * columns];
        for (int i = 0; i < 3 * columns; i++) {
            mask[i] = i < columns ? 1 : i < 2 * columns && i % 2 == 0 ? 1 : 0; // all, every second, none
            x[i] = mask[i] == 0 ? Double.NaN : x[i];
        }
        Span y = span(kernels, new double[3 * columns]);
        Span numbers = span(kernels, x);
        kernels.rows().maskedSoftmax(numbers, dense(span(kernels, mask), columns), 3, columns, y);
        for (int row = 0; row < 3; row++) {
            double total = 0;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                total += mask[i] == 0 ? 0 : Math.exp(read(numbers, i));
            }
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                double want = mask[i] == 0 ? 0 : Math.exp(read(numbers, i)) / total;
                assertThat(read(y, i)).isCloseTo(want, Offset.offset(1e-6));
            }
        }
    }

    @Test
    void vectorAndScalarKernelsAgreeBitForBit() {
        Kernels vector = Kernels.choose(Precision.FLOAT32, Kernels.Vectors.ON);
        Kernels scalar = Kernels.choose(Precision.FLOAT32, Kernels.Vectors.OFF);
        int columns = 207;
        int rows = 5;
        Span[] results = {span(vector, new double[rows * columns]), span(scalar, new double[rows * columns])};
        Span x = span(vector, normal(rows * columns, 1));
        Span gain = span(vector, positive(columns));
        vector.rows().softmax(x, rows, columns, results[0]);
        scalar.rows().softmax(x, rows, columns, results[1]);
        assertThat(all(results[0], rows * columns)).isEqualTo(all(results[1], rows * columns));
        vector.rows().layerNorm(x, gain, gain, 1e-5, rows, columns, results[0]);
        scalar.rows().layerNorm(x, gain, gain, 1e-5, rows, columns, results[1]);
        assertThat(all(results[0], rows * columns)).isEqualTo(all(results[1], rows * columns));
    }

    private static void assertClose(Kernels kernels, double[] actual, double[] expected, double float32Error) {
        double error = kernels.precision() == Precision.FLOAT32 ? float32Error : 1e-12;
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], Offset.offset(error * Math.max(1, Math.abs(expected[i]))));
        }
    }

    private static Span span(Kernels kernels, double[] values) {
        Storage storage = Storage.allocate(kernels.precision(), AHEAD + values.length);
        for (int i = 0; i < values.length; i++) {
            storage.set(AHEAD + i, values[i]);
        }
        return new Span(storage, AHEAD);
    }

    private static Strided dense(Span span, int columns) {
        return Strided.dense(span.storage(), span.at(), columns);
    }

    private static double read(Span span, int at) {
        return span.storage().get(span.at() + at);
    }

    private static double[] all(Span span, int count) {
        return span.storage().toDoubles(span.at(), count);
    }

    private static double[] normal(int count, long seed) {
        Random random = new Random(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    private static double[] positive(int count) {
        return Arrays.stream(normal(count, 8)).map(x -> 0.1 + Math.abs(x)).toArray();
    }
}
