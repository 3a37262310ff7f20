package dev.tendril.api.tensor;

/** How an engine stores numbers. */
public enum Precision {
    /** 32 bits: the fast path, for training and inference. */
    FLOAT32,
    /** 64 bits: the reference that gradients and plans are checked against. */
    FLOAT64
}
