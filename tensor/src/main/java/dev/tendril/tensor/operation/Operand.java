package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;

/** What an operation reads or makes: numbers or ids. */
public sealed interface Operand permits Array, IdArray {
    /** Its shape. */
    Shape shape();
}
