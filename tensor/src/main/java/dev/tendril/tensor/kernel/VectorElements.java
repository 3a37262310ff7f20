package dev.tendril.tensor.kernel;

/**
 * Elementwise loops on vectors. What is left behind the last whole vector of a row is {@link ScalarFloatElements}', whose bits are
 * the same.
 */
final class VectorElements implements Elements {
    private static final Uninlined UNARY = Uninlined.of(VectorUnary.class, Unary.values());
    private static final Uninlined AFFINE = Uninlined.of(VectorUnary.class, "affine");
    private static final Uninlined BINARY = Uninlined.of(VectorBinary.class, Binary.values());
    private static final Uninlined TERNARY = Uninlined.of(VectorFused.class, Ternary.values());
    private static final Uninlined QUATERNARY = Uninlined.of(VectorFused.class, Quaternary.values());
    private static final Uninlined ADAM = Uninlined.of(VectorFused.class, "adam");
    private static final Uninlined SELECT = Uninlined.of(VectorFused.class, "select");

    private final Elements plain = new ScalarFloatElements();

    @Override
    public void unary(Unary function, Strided x, Strided y, int rows, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            UNARY.kernel(function).invokeExact(x, y, rows, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.unary(function, x, y, rows, whole, to);
        }
    }

    @Override
    public void affine(double scale, double shift, Strided x, Strided y, int rows, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            AFFINE.kernel().invokeExact((float) scale, (float) shift, x, y, rows, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.affine(scale, shift, x, y, rows, whole, to);
        }
    }

    @Override
    public void binary(Binary function, Strided a, Strided b, Strided y, int rows, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            BINARY.kernel(function).invokeExact(a, b, y, rows, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.binary(function, a, b, y, rows, whole, to);
        }
    }

    @Override
    public void ternary(Ternary function, Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            TERNARY.kernel(function).invokeExact(a, b, c, y, rows, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.ternary(function, a, b, c, y, rows, whole, to);
        }
    }

    @Override
    public void quaternary(
            Quaternary function, Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            QUATERNARY.kernel(function).invokeExact(a, b, c, d, y, rows, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.quaternary(function, a, b, c, d, y, rows, whole, to);
        }
    }

    @Override
    public void adam(AdamNumbers numbers, Strided parameter, Strided gradient, Strided m, Strided v, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            ADAM.kernel().invokeExact(numbers, parameter, gradient, m, v, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.adam(numbers, parameter, gradient, m, v, whole, to);
        }
    }

    @Override
    public void select(Strided mask, Strided whenTrue, Strided whenFalse, Strided y, int rows, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            SELECT.kernel().invokeExact(mask, whenTrue, whenFalse, y, rows, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.select(mask, whenTrue, whenFalse, y, rows, whole, to);
        }
    }
}
