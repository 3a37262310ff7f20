package dev.tendril.tensor.kernel;

/** Elementwise loops over plain arrays, float64. */
final class ScalarDoubleElements implements Elements {
    @Override
    public void unary(Unary function, Strided x, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            switch (function) {
                case EXP -> ScalarDoubleUnary.exp(x, y, row, from, to);
                case LOG -> ScalarDoubleUnary.log(x, y, row, from, to);
                case SQRT -> ScalarDoubleUnary.sqrt(x, y, row, from, to);
                case RECIPROCAL -> ScalarDoubleUnary.reciprocal(x, y, row, from, to);
                case ABS -> ScalarDoubleUnary.abs(x, y, row, from, to);
                case SIGMOID -> ScalarDoubleUnary.sigmoid(x, y, row, from, to);
                case TANH -> ScalarDoubleUnary.tanh(x, y, row, from, to);
                case RELU -> ScalarDoubleUnary.relu(x, y, row, from, to);
                case SIN -> ScalarDoubleUnary.sin(x, y, row, from, to);
                case COS -> ScalarDoubleUnary.cos(x, y, row, from, to);
            }
        }
    }

    @Override
    public void affine(double scale, double shift, Strided x, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            for (int i = from; i < to; i++) {
                y.putDouble(row, i, x.getDouble(row, i) * scale + shift);
            }
        }
    }

    @Override
    public void binary(Binary function, Strided a, Strided b, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            switch (function) {
                case PLUS -> ScalarDoubleBinary.plus(a, b, y, row, from, to);
                case MINUS -> ScalarDoubleBinary.minus(a, b, y, row, from, to);
                case TIMES -> ScalarDoubleBinary.times(a, b, y, row, from, to);
                case DIVIDE -> ScalarDoubleBinary.divide(a, b, y, row, from, to);
                case MAXIMUM -> ScalarDoubleBinary.maximum(a, b, y, row, from, to);
                case MINIMUM -> ScalarDoubleBinary.minimum(a, b, y, row, from, to);
                case GREATER -> ScalarDoubleBinary.greater(a, b, y, row, from, to);
                case SIGMOID_GRADIENT -> ScalarDoubleBinary.sigmoidGradient(a, b, y, row, from, to);
                case TANH_OF_SUM -> ScalarDoubleBinary.tanhOfSum(a, b, y, row, from, to);
                case TANH_GRADIENT -> ScalarDoubleBinary.tanhGradient(a, b, y, row, from, to);
                case RELU_GRADIENT -> ScalarDoubleBinary.reluGradient(a, b, y, row, from, to);
                case SQRT_GRADIENT -> ScalarDoubleBinary.sqrtGradient(a, b, y, row, from, to);
                case RECIPROCAL_GRADIENT -> ScalarDoubleBinary.reciprocalGradient(a, b, y, row, from, to);
                case ABS_GRADIENT -> ScalarDoubleBinary.absGradient(a, b, y, row, from, to);
            }
        }
    }

    @Override
    public void ternary(Ternary function, Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            switch (function) {
                case MULTIPLY_ADD -> ScalarDoubleFused.multiplyAdd(a, b, c, y, row, from, to);
                case MIX -> ScalarDoubleFused.mix(a, b, c, y, row, from, to);
                case PRODUCT_SIGMOID_GRADIENT -> ScalarDoubleFused.productSigmoidGradient(a, b, c, y, row, from, to);
                case PRODUCT_TANH_GRADIENT -> ScalarDoubleFused.productTanhGradient(a, b, c, y, row, from, to);
                case ROOT_PLUS -> ScalarDoubleFused.rootPlus(a, b, c, y, row, from, to);
            }
        }
    }

    @Override
    public void quaternary(
            Quaternary function, Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            switch (function) {
                case SUM_OF_PRODUCTS -> ScalarDoubleFused.sumOfProducts(a, b, c, d, y, row, from, to);
                case DIFFERENCE_SIGMOID_GRADIENT ->
                    ScalarDoubleFused.differenceSigmoidGradient(a, b, c, d, y, row, from, to);
                case ADD_PRODUCT_TANH_GRADIENT ->
                    ScalarDoubleFused.addProductTanhGradient(a, b, c, d, y, row, from, to);
                case SUM_WITH_SQUARE -> ScalarDoubleFused.sumWithSquare(a, b, c, d, y, row, from, to);
                case MINUS_QUOTIENT -> ScalarDoubleFused.minusQuotient(a, b, c, d, y, row, from, to);
            }
        }
    }

    @Override
    public void adam(AdamNumbers numbers, Strided parameter, Strided gradient, Strided m, Strided v, int from, int to) {
        ScalarDoubleFused.adam(numbers, parameter, gradient, m, v, from, to);
    }

    @Override
    public void select(Strided mask, Strided whenTrue, Strided whenFalse, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            ScalarDoubleFused.select(mask, whenTrue, whenFalse, y, row, from, to);
        }
    }
}
