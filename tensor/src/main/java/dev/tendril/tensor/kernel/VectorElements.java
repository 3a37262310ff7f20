package dev.tendril.tensor.kernel;

/**
 * Elementwise loops on vectors. What is left behind the last whole vector of a row is {@link ScalarFloatElements}', whose bits are
 * the same.
 */
final class VectorElements implements Elements {
    private final Elements plain = new ScalarFloatElements();

    @Override
    public void unary(Unary function, Strided x, Strided y, int rows, int from, int to) {
        int whole = whole(from, to);
        switch (function) {
            case EXP -> VectorUnary.exp(x, y, rows, from, whole);
            case LOG -> VectorUnary.log(x, y, rows, from, whole);
            case SQRT -> VectorUnary.sqrt(x, y, rows, from, whole);
            case RECIPROCAL -> VectorUnary.reciprocal(x, y, rows, from, whole);
            case ABS -> VectorUnary.abs(x, y, rows, from, whole);
            case SIGMOID -> VectorUnary.sigmoid(x, y, rows, from, whole);
            case TANH -> VectorUnary.tanh(x, y, rows, from, whole);
            case RELU -> VectorUnary.relu(x, y, rows, from, whole);
            case SIN, COS -> {
                plain.unary(function, x, y, rows, from, to);
                return;
            }
        }
        plain.unary(function, x, y, rows, whole, to);
    }

    @Override
    public void affine(double scale, double shift, Strided x, Strided y, int rows, int from, int to) {
        int whole = whole(from, to);
        VectorUnary.affine((float) scale, (float) shift, x, y, rows, from, whole);
        plain.affine(scale, shift, x, y, rows, whole, to);
    }

    @Override
    public void binary(Binary function, Strided a, Strided b, Strided y, int rows, int from, int to) {
        int whole = whole(from, to);
        switch (function) {
            case PLUS -> VectorBinary.plus(a, b, y, rows, from, whole);
            case MINUS -> VectorBinary.minus(a, b, y, rows, from, whole);
            case TIMES -> VectorBinary.times(a, b, y, rows, from, whole);
            case DIVIDE -> VectorBinary.divide(a, b, y, rows, from, whole);
            case MAXIMUM -> VectorBinary.maximum(a, b, y, rows, from, whole);
            case MINIMUM -> VectorBinary.minimum(a, b, y, rows, from, whole);
            case GREATER -> VectorBinary.greater(a, b, y, rows, from, whole);
            case SIGMOID_GRADIENT -> VectorGradients.sigmoidGradient(a, b, y, rows, from, whole);
            case TANH_GRADIENT -> VectorGradients.tanhGradient(a, b, y, rows, from, whole);
            case RELU_GRADIENT -> VectorGradients.reluGradient(a, b, y, rows, from, whole);
            case SQRT_GRADIENT -> VectorGradients.sqrtGradient(a, b, y, rows, from, whole);
            case RECIPROCAL_GRADIENT -> VectorGradients.reciprocalGradient(a, b, y, rows, from, whole);
            case ABS_GRADIENT -> VectorGradients.absGradient(a, b, y, rows, from, whole);
        }
        plain.binary(function, a, b, y, rows, whole, to);
    }

    @Override
    public void ternary(Ternary function, Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        int whole = whole(from, to);
        switch (function) {
            case MULTIPLY_ADD -> VectorFused.multiplyAdd(a, b, c, y, rows, from, whole);
            case MIX -> VectorFused.mix(a, b, c, y, rows, from, whole);
            case PRODUCT_SIGMOID_GRADIENT -> VectorFused.productSigmoidGradient(a, b, c, y, rows, from, whole);
            case PRODUCT_TANH_GRADIENT -> VectorFused.productTanhGradient(a, b, c, y, rows, from, whole);
        }
        plain.ternary(function, a, b, c, y, rows, whole, to);
    }

    @Override
    public void quaternary(
            Quaternary function, Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to) {
        int whole = whole(from, to);
        switch (function) {
            case SUM_OF_PRODUCTS -> VectorFused.sumOfProducts(a, b, c, d, y, rows, from, whole);
            case DIFFERENCE_SIGMOID_GRADIENT -> VectorFused.differenceSigmoidGradient(a, b, c, d, y, rows, from, whole);
            case ADD_PRODUCT_TANH_GRADIENT -> VectorFused.addProductTanhGradient(a, b, c, d, y, rows, from, whole);
        }
        plain.quaternary(function, a, b, c, d, y, rows, whole, to);
    }

    @Override
    public void select(Strided mask, Strided whenTrue, Strided whenFalse, Strided y, int rows, int from, int to) {
        int whole = whole(from, to);
        VectorFused.select(mask, whenTrue, whenFalse, y, rows, from, whole);
        plain.select(mask, whenTrue, whenFalse, y, rows, whole, to);
    }

    /** Where the whole vectors end. */
    private static int whole(int from, int to) {
        return to - (to - from) % VectorFunctions.LANES;
    }
}
