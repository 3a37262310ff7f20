package dev.tendril.tensor.kernel;

/**
 * Elementwise functions of three operands a, b and c: what forward and backward passes of gated cells would otherwise compute in two or
 * three sweeps. In the gradients c is the output y of the function.
 */
public enum Ternary {
    /** a · b + c, in one rounding where the processor fuses. */
    MULTIPLY_ADD,
    /** a · b + (1 − a) · c: b where a is 1, c where a is 0, to the bit. */
    MIX,
    /** a · b · y · (1 − y). */
    PRODUCT_SIGMOID_GRADIENT,
    /** a · b · (1 − y²). */
    PRODUCT_TANH_GRADIENT,
    /** √(a · b) + c. */
    ROOT_PLUS
}
