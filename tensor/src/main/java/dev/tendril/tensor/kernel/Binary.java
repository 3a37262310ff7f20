package dev.tendril.tensor.kernel;

/**
 * Elementwise functions of two operands a and b. In the gradients of unary functions a is the gradient g with respect to the
 * output, b the output y or the input x of the function.
 */
public enum Binary {
    /** a + b. */
    PLUS,
    /** a − b. */
    MINUS,
    /** a · b. */
    TIMES,
    /** a / b. */
    DIVIDE,
    /** The larger. */
    MAXIMUM,
    /** The smaller. */
    MINIMUM,
    /** 1 where a &gt; b, else 0. */
    GREATER,
    /** g · y · (1 − y). */
    SIGMOID_GRADIENT,
    /** The hyperbolic tangent of a + b. */
    TANH_OF_SUM,
    /** g · (1 − y²). */
    TANH_GRADIENT,
    /** g where y &gt; 0, else 0. */
    RELU_GRADIENT,
    /** g / (2 y). */
    SQRT_GRADIENT,
    /** −g · y². */
    RECIPROCAL_GRADIENT,
    /** g · sign(x). */
    ABS_GRADIENT
}
