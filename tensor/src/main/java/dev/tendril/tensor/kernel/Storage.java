package dev.tendril.tensor.kernel;

import dev.tendril.api.tensor.Precision;

/** An array of numbers of one precision. The kernels of that precision see the array; everybody else sees positions. */
public sealed interface Storage permits Floats, Doubles {

    /** Zeros. */
    static Storage allocate(Precision precision, int length) {
        return precision == Precision.FLOAT32 ? new Floats(new float[length]) : new Doubles(new double[length]);
    }

    /** Numbers rounded to a precision, in memory of their own. */
    static Storage of(Precision precision, double[] numbers) {
        if (precision == Precision.FLOAT64) {
            return new Doubles(numbers.clone());
        }
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return new Floats(rounded);
    }

    /** Numbers in memory of their own. */
    static Storage of(Precision precision, float[] numbers) {
        if (precision == Precision.FLOAT32) {
            return new Floats(numbers.clone());
        }
        double[] widened = new double[numbers.length];
        for (int i = 0; i < widened.length; i++) {
            widened[i] = numbers[i];
        }
        return new Doubles(widened);
    }

    /** How the numbers are stored. */
    Precision precision();

    /** Number of elements. */
    int length();

    /** One number. */
    double get(int at);

    /** Replaces one number, rounded to the precision. */
    void set(int at, double value);

    /** Sets a range to one number. */
    void fill(int from, int count, double value);

    /** Copies a range to a storage of the same precision. */
    void copyTo(int from, Storage target, int to, int count);

    /** Copies a matrix [rows, columns] to the target as [columns, rows]; both of the same precision. */
    void transposeTo(int from, int rows, int columns, Storage target, int to);

    /** Σ x² over a range, in float64, in {@link Blocks#SQUARES} partial sums. */
    double sumOfSquares(int from, int count);

    /** The range as doubles. */
    double[] toDoubles(int from, int count);

    /** The range rounded to floats. */
    float[] toFloats(int from, int count);
}
