package dev.tendril.tensor.kernel;

/** Elementwise functions of four operands a, b, c and d. */
public enum Quaternary {
    /** a · b + c · d; the second product is rounded, the first is not where the processor fuses. */
    SUM_OF_PRODUCTS,
    /** a · (b − c) · y · (1 − y), y = d: the gradient of a sigmoid that mixes b and c. */
    DIFFERENCE_SIGMOID_GRADIENT,
    /** a + b · c · (1 − y²), y = d: a gradient that comes two ways, one of them through a hyperbolic tangent. */
    ADD_PRODUCT_TANH_GRADIENT,
    /** a · b + c² · d, rounded as {@link #SUM_OF_PRODUCTS} of a, b, c² and d. */
    SUM_WITH_SQUARE,
    /** a − b · c / d, in three roundings. */
    MINUS_QUOTIENT
}
