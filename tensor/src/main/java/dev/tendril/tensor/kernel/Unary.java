package dev.tendril.tensor.kernel;

/** Elementwise functions of one operand. */
public enum Unary {
    /** eˣ. */
    EXP,
    /** Natural logarithm. */
    LOG,
    /** √x. */
    SQRT,
    /** 1 / x. */
    RECIPROCAL,
    /** |x|. */
    ABS,
    /** 1 / (1 + e⁻ˣ). */
    SIGMOID,
    /** Hyperbolic tangent. */
    TANH,
    /** max(x, 0). */
    RELU,
    /** Sine. */
    SIN,
    /** Cosine. */
    COS
}
