package dev.tendril.tensor.kernel;

/** Elementwise loops over plain arrays, float32. */
final class ScalarFloatElements implements Elements {
    @Override
    public void unary(Unary function, Strided x, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            switch (function) {
                case EXP -> ScalarFloatUnary.exp(x, y, row, from, to);
                case LOG -> ScalarFloatUnary.log(x, y, row, from, to);
                case SQRT -> ScalarFloatUnary.sqrt(x, y, row, from, to);
                case RECIPROCAL -> ScalarFloatUnary.reciprocal(x, y, row, from, to);
                case ABS -> ScalarFloatUnary.abs(x, y, row, from, to);
                case SIGMOID -> ScalarFloatUnary.sigmoid(x, y, row, from, to);
                case TANH -> ScalarFloatUnary.tanh(x, y, row, from, to);
                case RELU -> ScalarFloatUnary.relu(x, y, row, from, to);
                case SIN -> ScalarFloatUnary.sin(x, y, row, from, to);
                case COS -> ScalarFloatUnary.cos(x, y, row, from, to);
            }
        }
    }

    @Override
    public void affine(double scale, double shift, Strided x, Strided y, int rows, int from, int to) {
        float factor = (float) scale;
        float summand = (float) shift;
        for (int row = 0; row < rows; row++) {
            for (int i = from; i < to; i++) {
                y.putFloat(row, i, x.getFloat(row, i) * factor + summand);
            }
        }
    }

    @Override
    public void binary(Binary function, Strided a, Strided b, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            switch (function) {
                case PLUS -> ScalarFloatBinary.plus(a, b, y, row, from, to);
                case MINUS -> ScalarFloatBinary.minus(a, b, y, row, from, to);
                case TIMES -> ScalarFloatBinary.times(a, b, y, row, from, to);
                case DIVIDE -> ScalarFloatBinary.divide(a, b, y, row, from, to);
                case MAXIMUM -> ScalarFloatBinary.maximum(a, b, y, row, from, to);
                case MINIMUM -> ScalarFloatBinary.minimum(a, b, y, row, from, to);
                case GREATER -> ScalarFloatBinary.greater(a, b, y, row, from, to);
                case SIGMOID_GRADIENT -> ScalarFloatBinary.sigmoidGradient(a, b, y, row, from, to);
                case TANH_OF_SUM -> ScalarFloatBinary.tanhOfSum(a, b, y, row, from, to);
                case TANH_GRADIENT -> ScalarFloatBinary.tanhGradient(a, b, y, row, from, to);
                case RELU_GRADIENT -> ScalarFloatBinary.reluGradient(a, b, y, row, from, to);
                case SQRT_GRADIENT -> ScalarFloatBinary.sqrtGradient(a, b, y, row, from, to);
                case RECIPROCAL_GRADIENT -> ScalarFloatBinary.reciprocalGradient(a, b, y, row, from, to);
                case ABS_GRADIENT -> ScalarFloatBinary.absGradient(a, b, y, row, from, to);
            }
        }
    }

    @Override
    public void ternary(Ternary function, Strided a, Strided b, Strided c, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            switch (function) {
                case MULTIPLY_ADD -> ScalarFloatFused.multiplyAdd(a, b, c, y, row, from, to);
                case MIX -> ScalarFloatFused.mix(a, b, c, y, row, from, to);
                case PRODUCT_SIGMOID_GRADIENT -> ScalarFloatFused.productSigmoidGradient(a, b, c, y, row, from, to);
                case PRODUCT_TANH_GRADIENT -> ScalarFloatFused.productTanhGradient(a, b, c, y, row, from, to);
                case ROOT_PLUS -> ScalarFloatFused.rootPlus(a, b, c, y, row, from, to);
            }
        }
    }

    @Override
    public void quaternary(
            Quaternary function, Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            switch (function) {
                case SUM_OF_PRODUCTS -> ScalarFloatFused.sumOfProducts(a, b, c, d, y, row, from, to);
                case DIFFERENCE_SIGMOID_GRADIENT ->
                    ScalarFloatFused.differenceSigmoidGradient(a, b, c, d, y, row, from, to);
                case ADD_PRODUCT_TANH_GRADIENT -> ScalarFloatFused.addProductTanhGradient(a, b, c, d, y, row, from, to);
                case SUM_WITH_SQUARE -> ScalarFloatFused.sumWithSquare(a, b, c, d, y, row, from, to);
                case MINUS_QUOTIENT -> ScalarFloatFused.minusQuotient(a, b, c, d, y, row, from, to);
            }
        }
    }

    @Override
    public void adam(AdamNumbers numbers, Strided parameter, Strided gradient, Strided m, Strided v, int from, int to) {
        ScalarFloatFused.adam(numbers, parameter, gradient, m, v, from, to);
    }

    @Override
    public void select(Strided mask, Strided whenTrue, Strided whenFalse, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            ScalarFloatFused.select(mask, whenTrue, whenFalse, y, row, from, to);
        }
    }
}
