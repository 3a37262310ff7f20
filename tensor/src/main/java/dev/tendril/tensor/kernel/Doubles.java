package dev.tendril.tensor.kernel;

import dev.tendril.api.tensor.Precision;
import java.util.Arrays;

/**
 * Numbers of 64 bits.
 *
 * @param array holds them; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose; never compared
public record Doubles(double[] array) implements Storage {
    @Override
    public Precision precision() {
        return Precision.FLOAT64;
    }

    @Override
    public int length() {
        return array.length;
    }

    @Override
    public double get(int at) {
        return array[at];
    }

    @Override
    public void set(int at, double value) {
        array[at] = value;
    }

    @Override
    public void fill(int from, int count, double value) {
        Arrays.fill(array, from, from + count, value);
    }

    @Override
    public void copyTo(int from, Storage target, int to, int count) {
        System.arraycopy(array, from, ((Doubles) target).array, to, count);
    }

    @Override
    public void transposeTo(int from, int rows, int columns, Storage target, int to) {
        double[] x = array;
        double[] y = ((Doubles) target).array;
        for (int block = 0; block < rows; block += Blocks.TRANSPOSE) { // a few rows at a time share cache lines
            int end = Math.min(rows, block + Blocks.TRANSPOSE);
            for (int column = 0; column < columns; column++) {
                for (int row = block; row < end; row++) {
                    y[to + column * rows + row] = x[from + row * columns + column];
                }
            }
        }
    }

    @Override
    public double sumOfSquares(int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int at = from;
        for (;
                at <= from + count - Blocks.SQUARES;
                at += Blocks.SQUARES) { // independent chains keep the processor busy
            a += square(array[at]);
            b += square(array[at + 1]);
            c += square(array[at + 2]);
            d += square(array[at + 3]);
        }
        for (; at < from + count; at++) {
            a += square(array[at]);
        }
        return a + b + (c + d);
    }

    private static double square(double number) {
        return number * number;
    }

    @Override
    public double[] toDoubles(int from, int count) {
        return Arrays.copyOfRange(array, from, from + count);
    }

    @Override
    public float[] toFloats(int from, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) array[from + i];
        }
        return floats;
    }
}
