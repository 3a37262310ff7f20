package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;
import java.util.List;

/**
 * One recorded operation as its gradient rule sees it: its operands x, its output y, the gradient g with respect to y, and where the
 * gradients with respect to the operands go. A contribution is computed only if that operand's gradient is needed, and summed over
 * the axes along which the operand was broadcast.
 */
public interface Backstep {
    /** The gradient with respect to the output. */
    Operand g();

    /** The output. */
    Operand y();

    /** An operand. */
    Operand operand(int index);

    /** Number of operands. */
    int operands();

    /** Whether the gradient with respect to an operand is needed. */
    boolean needs(int index);

    /** Adds the output of an operation to the gradient with respect to an operand. */
    void give(int index, Operation operation, Operand... operands);

    /** Adds the output of an operation on an operand and others, computed over the operand where nobody else reads it. */
    default <O extends Operation & Operation.Overwriting> void giveOver(int index, O operation, Operand... operands) {
        give(index, operation, operands);
    }

    /** Adds g, or a view of it, to the gradient with respect to an operand. */
    void pass(int index, Operand gradient);

    /** Adds a value that nobody else uses to the gradient with respect to an operand. */
    void put(int index, Operand gradient);

    /** The output of an operation, for use within the rule. */
    Operand run(Operation operation, Operand... operands);

    /** The same numbers under another shape. */
    Operand reshaped(Operand value, Shape shape);

    /** The number 0, a scalar. */
    Operand zero();

    /** The gradients of a function that brings its own, by operand. */
    List<? extends Operand> gradients(Custom operation);

    /** Shape of an operand. */
    default Shape shape(int index) {
        return operand(index).shape();
    }
}
