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
    void unaryFunctionsAgreeWithMath(Kernels kernels) {
        for (Unary function : Unary.values()) {
            for (int size : SIZES) {
                double[] x = function == Unary.LOG || function == Unary.SQRT ? positive(size) : normal(size, 3);
                Span y = span(kernels, new double[size]);
                Span in = span(kernels, x);
                kernels.elementwise().unary(function, line(in), line(y), 1, size);
                double[] rounded = all(in, size);
                assertClose(
                        kernels,
                        all(y, size),
                        Arrays.stream(rounded).map(v -> math(function, v)).toArray(),
                        2.5e-7);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void transcendentalFunctionsAreAccurateAndExtremeNumbersRight(Kernels kernels) {
        int count = 100_000;
        double[] x = new double[count];
        Arrays.setAll(x, i -> -12 + 24.0 * i / count);
        for (Unary function : new Unary[] {Unary.SIGMOID, Unary.TANH}) {
            Span in = span(kernels, x);
            Span y = span(kernels, new double[count]);
            kernels.elementwise().unary(function, line(in), line(y), 1, count);
            double[] rounded = all(in, count);
            for (int i = 0; i < count; i++) {
                assertThat(read(y, i)).isCloseTo(math(function, rounded[i]), Offset.offset(2.5e-7));
            }
        }
        double[] extreme = {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1000, -1000, 0, 1e-20, -88, 88, -100
        };
        double[] padded = Arrays.copyOf(extreme, 33); // some in whole vectors, some behind them
        System.arraycopy(extreme, 0, padded, 33 - extreme.length, extreme.length);
        for (Unary function : new Unary[] {Unary.EXP, Unary.SIGMOID, Unary.TANH}) {
            Span y = span(kernels, new double[33]);
            Span in = span(kernels, padded);
            kernels.elementwise().unary(function, line(in), line(y), 1, 33);
            for (int i = 0; i < 33; i++) {
                double want = math(function, read(in, i));
                double rounded = kernels.precision() == Precision.FLOAT32 ? (float) want : want;
                if (Double.isFinite(rounded)) {
                    double smallest = function == Unary.SIGMOID ? 1e-37 : 2e-45; // σ is 0 where e⁻ˣ overflows
                    assertThat(read(y, i)).isCloseTo(rounded, Offset.offset(3e-7 * Math.abs(want) + smallest));
                } else {
                    assertThat(read(y, i)).isEqualTo(Double.valueOf(rounded)); // NaN is NaN
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void binaryFunctionsAgreeWithPlainLoops(Kernels kernels) {
        int rows = 3;
        for (Binary function : Binary.values()) {
            for (int columns : new int[] {1, 13, 16, 300}) {
                for (int[] steps : new int[][] {{1, 1, 1, 1}, {1, 1, 0, 1}, {1, 0, 1, 1}, {1, 1, 1, 0}, {0, 0, 1, 1}}) {
                    Span a = span(kernels, positive(rows * columns));
                    Span b = span(kernels, normal(rows * columns, 5));
                    Strided left = new Strided(a.storage(), a.at(), steps[0] * (steps[1] == 1 ? columns : 1), steps[1]);
                    Strided right =
                            new Strided(b.storage(), b.at(), steps[2] * (steps[3] == 1 ? columns : 1), steps[3]);
                    Span y = span(kernels, new double[rows * columns]);
                    kernels.elementwise().binary(function, left, right, dense(y, columns), rows, columns);
                    double[] want = new double[rows * columns];
                    for (int i = 0; i < want.length; i++) {
                        int row = i / columns;
                        int column = i % columns;
                        want[i] = math(
                                function,
                                read(a, row * left.rowStep() + column * left.columnStep()),
                                read(b, row * right.rowStep() + column * right.columnStep()));
                    }
                    assertClose(kernels, all(y, want.length), want, 1e-6);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void selectNeverLetsTheElementNotChosenThrough(Kernels kernels) {
        for (int columns : SIZES) {
            double[] mask = new double[2 * columns];
            double[] whenTrue = new double[2 * columns];
            double[] whenFalse = new double[2 * columns];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = i % 3 == 0 ? 1 : 0;
                whenTrue[i] = mask[i] == 1 ? i : Double.NaN;
                whenFalse[i] = mask[i] == 1 ? Double.NaN : -i;
            }
            Span y = span(kernels, new double[2 * columns]);
            kernels.elementwise()
                    .select(
                            dense(span(kernels, mask), columns),
                            dense(span(kernels, whenTrue), columns),
                            dense(span(kernels, whenFalse), columns),
                            dense(y, columns),
                            2,
                            columns);
            double[] chosen = all(y, 2 * columns);
            for (int i = 0; i < chosen.length; i++) {
                assertThat(chosen[i]).isEqualTo(mask[i] == 1 ? i : -i);
            }
        }
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
        for (Unary function : Unary.values()) {
            vector.elementwise().unary(function, line(x), line(results[0]), 1, rows * columns);
            scalar.elementwise().unary(function, line(x), line(results[1]), 1, rows * columns);
            assertThat(all(results[0], rows * columns)).isEqualTo(all(results[1], rows * columns));
        }
        vector.rows().softmax(x, rows, columns, results[0]);
        scalar.rows().softmax(x, rows, columns, results[1]);
        assertThat(all(results[0], rows * columns)).isEqualTo(all(results[1], rows * columns));
        vector.rows().layerNorm(x, gain, gain, 1e-5, rows, columns, results[0]);
        scalar.rows().layerNorm(x, gain, gain, 1e-5, rows, columns, results[1]);
        assertThat(all(results[0], rows * columns)).isEqualTo(all(results[1], rows * columns));
    }

    private static double math(Unary function, double x) {
        return switch (function) {
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case SQRT -> Math.sqrt(x);
            case RECIPROCAL -> 1 / x;
            case ABS -> Math.abs(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case RELU -> Math.max(x, 0);
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
        };
    }

    private static double math(Binary function, double a, double b) {
        return switch (function) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case DIVIDE -> a / b;
            case MAXIMUM -> Math.max(a, b);
            case MINIMUM -> Math.min(a, b);
            case GREATER -> a > b ? 1 : 0;
            case SIGMOID_GRADIENT -> a * b * (1 - b);
            case TANH_GRADIENT -> a * (1 - b * b);
            case RELU_GRADIENT -> b > 0 ? a : 0;
            case SQRT_GRADIENT -> a / (2 * b);
            case RECIPROCAL_GRADIENT -> -a * b * b;
            case ABS_GRADIENT -> a * Math.signum(b);
        };
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

    private static Strided line(Span span) {
        return dense(span, 0);
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
