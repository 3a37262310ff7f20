package dev.tendril.nlp.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fast transforms against the sums that define them, with angles of less than a turn. */
class FourierTest {
    /** Of the sum of all numbers' amounts; both ways of computing are exact to some roundings of 1.1e-16. */
    private static final double TOLERANCE = 1e-12;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 64, 512})
    void complexNumbersHaveTheTransformOfTheDefinition(int size) {
        double[] re = random(size, 3);
        double[] im = random(size, 5);
        double[] fastRe = re.clone();
        double[] fastIm = im.clone();
        new Fourier(size).transform(fastRe, fastIm);
        for (int k = 0; k < size; k++) {
            same(fastRe[k], fastIm[k], sum(re, im, k), total(re) + total(im));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16, 128, 1024})
    void realNumbersHaveTheTransformOfTheDefinition(int size) {
        double[] x = random(size, 7);
        double[] re = new double[size / 2 + 1];
        double[] im = new double[size / 2 + 1];
        RealFourier fourier = new RealFourier(size);
        fourier.transform(random(size, 11), re, im); // a transform leaves nothing behind for the next
        fourier.transform(x, re, im);
        for (int k = 0; k <= size / 2; k++) {
            same(re[k], im[k], sum(x, new double[size], k), total(x));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 199, 200, 256, 257})
    void theSizeIsTheNextPowerOfTwo(int window) {
        int size = PowerSpectrum.size(window);
        assertThat(Integer.bitCount(size)).isEqualTo(1);
        assertThat(size).isGreaterThanOrEqualTo(Math.max(2, window));
        assertThat(size == 2 || size / 2 < window).isTrue();
    }

    private static void same(double re, double im, double[] expected, double total) {
        assertThat(re).isCloseTo(expected[0], within(TOLERANCE * total));
        assertThat(im).isCloseTo(expected[1], within(TOLERANCE * total));
    }

    private static double[] sum(double[] re, double[] im, int k) {
        double[] sum = new double[2];
        for (int n = 0; n < re.length; n++) {
            double angle = -2 * Math.PI * ((long) k * n % re.length) / re.length;
            sum[0] += re[n] * Math.cos(angle) - im[n] * Math.sin(angle);
            sum[1] += re[n] * Math.sin(angle) + im[n] * Math.cos(angle);
        }
        return sum;
    }

    private static double total(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).sum();
    }

    private static double[] random(int size, long seed) {
        return new SplittableRandom(seed).doubles(size, -1, 1).toArray();
    }
}
