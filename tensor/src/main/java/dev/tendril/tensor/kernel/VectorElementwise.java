package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Elementwise kernels on vectors where the compiler does not vectorise the plain loop by itself: transcendental functions and
 * choices. The rest is {@link ScalarFloatElementwise}'s.
 */
final class VectorElementwise implements Elementwise {
    private final Elementwise plain = new ScalarFloatElementwise();

    @Override
    public void unary(Unary function, Span x, Span y, int count) {
        int rest = count % LANES;
        int whole = count - rest;
        switch (function) {
            case EXP -> exp(x.floats(), x.at(), y.floats(), y.at(), whole);
            case SIGMOID -> sigmoid(x.floats(), x.at(), y.floats(), y.at(), whole);
            case TANH -> tanh(x.floats(), x.at(), y.floats(), y.at(), whole);
            default -> {
                plain.unary(function, x, y, count);
                return;
            }
        }
        plain.unary(function, x.plus(whole), y.plus(whole), rest);
    }

    @Override
    public void affine(double scale, double shift, Span x, Span y, int count) {
        plain.affine(scale, shift, x, y, count);
    }

    @Override
    public void binary(Binary function, Strided a, Strided b, Span y, int rows, int columns) {
        plain.binary(function, a, b, y, rows, columns);
    }

    @Override
    public void select(Strided mask, Strided whenTrue, Strided whenFalse, Span y, int rows, int columns) {
        if (mask.columnStep() == 0 && whenTrue.columnStep() == 1 && whenFalse.columnStep() == 1) {
            selectRows(mask, whenTrue, whenFalse, y, rows, columns);
        } else if (mask.columnStep() == 1 && whenTrue.columnStep() == 1 && whenFalse.columnStep() == 1) {
            for (int row = 0; row < rows; row++) {
                select(mask, whenTrue, whenFalse, row, y.plus(row * columns), columns);
            }
        } else {
            plain.select(mask, whenTrue, whenFalse, y, rows, columns);
        }
    }

    @Override
    public void add(Span x, Span y, int count) {
        plain.add(x, y, count);
    }

    @Override
    public void addProduct(Span a, Span b, Span y, int count) {
        plain.addProduct(a, b, y, count);
    }

    private static void exp(float[] x, int in, float[] y, int out, int whole) {
        for (int i = 0; i < whole; i += LANES) {
            VectorFunctions.exp(load(x, in + i)).intoArray(y, out + i);
        }
    }

    private static void sigmoid(float[] x, int in, float[] y, int out, int whole) {
        for (int i = 0; i < whole; i += LANES) {
            VectorFunctions.sigmoid(load(x, in + i)).intoArray(y, out + i);
        }
    }

    private static void tanh(float[] x, int in, float[] y, int out, int whole) {
        for (int i = 0; i < whole; i += LANES) {
            VectorFunctions.tanh(load(x, in + i)).intoArray(y, out + i);
        }
    }

    /** One mask element for a whole row: copies the chosen row. */
    private static void selectRows(Strided mask, Strided whenTrue, Strided whenFalse, Span y, int rows, int columns) {
        float[] m = mask.span().floats();
        for (int row = 0; row < rows; row++) {
            Strided chosen = m[mask.row(row)] != 0 ? whenTrue : whenFalse;
            System.arraycopy(chosen.span().floats(), chosen.row(row), y.floats(), y.at() + row * columns, columns);
        }
    }

    private static void select(Strided mask, Strided whenTrue, Strided whenFalse, int row, Span y, int columns) {
        float[] m = mask.span().floats();
        float[] a = whenTrue.span().floats();
        float[] b = whenFalse.span().floats();
        float[] to = y.floats();
        int at = mask.row(row);
        int l = whenTrue.row(row);
        int r = whenFalse.row(row);
        int i = 0;
        for (; i <= columns - LANES; i += LANES) {
            FloatVector chosen =
                    load(b, r + i).blend(load(a, l + i), load(m, at + i).compare(VectorOperators.NE, 0f));
            chosen.intoArray(to, y.at() + i);
        }
        for (; i < columns; i++) {
            to[y.at() + i] = m[at + i] != 0 ? a[l + i] : b[r + i];
        }
    }
}
