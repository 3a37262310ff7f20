package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;

/**
 * One recorded operation as its gradient rule sees it: its operands x, its output y, the gradient g with respect to y, and where the
 * gradients with respect to the operands go. A contribution is computed only if that operand's gradient is needed, and summed over
 * the axes along which the operand was broadcast.
 */
public interface Backstep {
    /** The gradient with respect to the output. */
    Array g();

    /** The output. */
    Array y();

    /** An operand. */
    Operand operand(int index);

    /** Number of operands. */
    int operands();

    /** Whether the gradient with respect to an operand is needed. */
    boolean needs(int index);

    /** Adds the output of an operation to the gradient with respect to an operand. */
    void give(int index, Operation operation, Operand... operands);

    /** Adds g, or a view of it, to the gradient with respect to an operand. */
    void pass(int index, Array gradient);

    /** Adds an array that nobody else uses to the gradient with respect to an operand. */
    void put(int index, Array gradient);

    /** The output of an operation, for use within the rule. */
    Array run(Operation operation, Operand... operands);

    /** What computes. */
    Execution execution();

    /** An operand that is a tensor. */
    default Array x(int index) {
        return (Array) operand(index);
    }

    /** Shape of an operand. */
    default Shape shape(int index) {
        return operand(index).shape();
    }
}
