package dev.tendril.tensor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.Precision;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How near the transcendental functions come to Java's, and what they make of extreme numbers. */
@Tag("kernels")
class UnaryAccuracyTest {
    private static final int COUNT = 100_000;

    @ParameterizedTest
    @MethodSource("dev.tendril.tensor.kernel.ElementwiseTest#kernels")
    void sigmoidAndTanhAreWithinTwoAndAHalfUnitsOfTheSeventhDigit(Kernels kernels) {
        double[] x = new double[COUNT];
        Arrays.setAll(x, i -> -12 + 24.0 * i / COUNT);
        for (Unary function : new Unary[] {Unary.SIGMOID, Unary.TANH}) {
            double[] in = rounded(kernels, x);
            double[] y = compute(kernels, function, in);
            for (int i = 0; i < COUNT; i++) {
                assertThat(y[i]).isCloseTo(Function.of(function, in[i]), Offset.offset(2.5e-7));
                assertThat(Math.abs(y[i])).isLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tendril.tensor.kernel.ElementwiseTest#kernels")
    void relativeErrorsAreBelowThreeUnitsOfTheSeventhDigit(Kernels kernels) {
        double[] any = new double[COUNT];
        Arrays.setAll(any, i -> -87 + 175.0 * i / COUNT);
        double[] positive = new double[COUNT];
        Arrays.setAll(positive, i -> Math.exp(any[i]));
        double[] nearOne = new double[COUNT];
        Arrays.setAll(nearOne, i -> 0.6 + i / (double) COUNT);
        double[] nearZero = new double[COUNT];
        Arrays.setAll(nearZero, i -> (i - COUNT / 2.0) / COUNT);
        checkRelative(kernels, Unary.EXP, any);
        checkRelative(kernels, Unary.SIGMOID, any);
        checkRelative(kernels, Unary.LOG, positive);
        checkRelative(kernels, Unary.LOG, nearOne);
        checkRelative(kernels, Unary.TANH, nearZero);
    }

    private static void checkRelative(Kernels kernels, Unary function, double[] x) {
        double[] in = rounded(kernels, x);
        double[] y = compute(kernels, function, in);
        for (int i = 0; i < COUNT; i++) {
            double want = Function.of(function, in[i]);
            assertThat(y[i]).as("%s of %s", function, in[i]).isCloseTo(want, Offset.offset(3e-7 * Math.abs(want)));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tendril.tensor.kernel.ElementwiseTest#kernels")
    void extremeNumbersGiveWhatTheyGiveInJava(Kernels kernels) {
        double[] extreme = {
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            1000,
            -1000,
            0,
            1e-20,
            -88,
            88,
            -100,
            1e-40,
            3e38,
            -3e38
        };
        double[] padded = Arrays.copyOf(extreme, 33); // some in whole vectors, some behind them
        System.arraycopy(extreme, 0, padded, 33 - extreme.length, extreme.length);
        double[] in = rounded(kernels, padded);
        for (Unary function : new Unary[] {Unary.EXP, Unary.LOG, Unary.SIGMOID, Unary.TANH, Unary.RELU, Unary.SQRT}) {
            double[] y = compute(kernels, function, in);
            for (int i = 0; i < in.length; i++) {
                double want = Function.of(function, in[i]);
                double rounded = kernels.precision() == Precision.FLOAT32 ? (float) want : want;
                if (Double.isFinite(rounded)) {
                    double smallest = function == Unary.SIGMOID ? 1.2e-38 : 2e-45; // σ is 0 below the normal numbers
                    assertThat(y[i])
                            .as("%s of %s", function, in[i])
                            .isCloseTo(rounded, Offset.offset(3e-7 * Math.abs(want) + smallest));
                } else {
                    assertThat(y[i]).as("%s of %s", function, in[i]).isEqualTo(Double.valueOf(rounded)); // NaN is NaN
                }
            }
        }
    }

    private static double[] rounded(Kernels kernels, double[] x) {
        return kernels.precision() == Precision.FLOAT64
                ? x
                : Arrays.stream(x).map(number -> (float) number).toArray();
    }

    private static double[] compute(Kernels kernels, Unary function, double[] x) {
        Storage storage = Storage.allocate(kernels.precision(), x.length);
        for (int i = 0; i < x.length; i++) {
            storage.set(i, x[i]);
        }
        Strided line = Strided.dense(storage, 0, x.length);
        kernels.elementwise().unary(function, line, line, 1, x.length);
        return storage.toDoubles(0, x.length);
    }
}
