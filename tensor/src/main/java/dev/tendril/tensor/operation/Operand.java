package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;

/** What an operation reads or makes: numbers, ids, or what stands for them while a gradient is being derived. */
public interface Operand {
    /** Its shape. */
    Shape shape();
}
