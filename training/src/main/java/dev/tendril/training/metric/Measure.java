package dev.tendril.training.metric;

import java.util.Locale;

/**
 * How the errors of numbers become one figure, over all N numbers of all examples.
 * <pre>
 *   mae        = 1/N Σ |e|
 *   mse        = 1/N Σ e²
 *   rmse       = √(1/N Σ e²)
 *   mase       = 1/N Σ |e / s|       (Hyndman &amp; Koehler 2006)
 *   scaled_mse = 1/N Σ (e / s)²
 * </pre>
 * where e is what was forecast less what came, and s the scale that the data give for that number, such as the mean absolute error of a
 * naive forecast on what is learnt from. On a scale of 0 every error but 0 is infinite.
 */
enum Measure {
    MAE("Mean absolute error"),
    MSE("Mean squared error"),
    RMSE("Root of the mean squared error"),
    MASE("Mean absolute error on the scale of each number (Hyndman & Koehler 2006)"),
    SCALED_MSE("Mean squared error on the scale of each number");

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    /** Its name in YAML. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is, in words. */
    String words() {
        return words;
    }

    /** Whether errors are measured on the scale of each number. */
    boolean scaled() {
        return this == MASE || this == SCALED_MSE;
    }

    /** What is summed of an error. */
    double penalty(double error) {
        return this == MAE || this == MASE ? Math.abs(error) : error * error;
    }

    /** The figure for the mean of what was summed. */
    double figure(double mean) {
        return this == RMSE ? Math.sqrt(mean) : mean;
    }
}
