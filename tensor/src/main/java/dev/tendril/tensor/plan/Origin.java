package dev.tendril.tensor.plan;

import dev.tendril.tensor.operation.Operation;
import java.util.List;

/** Where a {@link Value} comes from. */
public sealed interface Origin {

    /** Made by the caller for every step: the input of a step, its random numbers, the gradient of its output. */
    record PerStep(int index) implements Origin {}

    /** Left by the step before. */
    record Carried(int index) implements Origin {}

    /** Made by the caller once for every row, such as an attention's memory. */
    record PerRow(int index) implements Origin {}

    /** Made by the caller once for all rows: a parameter or a constant. */
    record Known(int index) implements Origin {}

    /** A number. */
    record Constant(double value) implements Origin {}

    /** What a value of the step forwards was; occurs in gradients. */
    record Kept(Value value) implements Origin {}

    /** Computed. */
    record Computed(Operation operation, List<Value> operands) implements Origin {}

    /**
     * A sum of products, added in the order of the terms to what it starts from.
     *
     * @param terms at least one
     * @param start none, or one: a value of the same shape that nobody else uses, or a known vector [N]
     */
    record Products(List<Term> terms, List<Value> start) implements Origin {}

    /** The sum of a value over all steps, for every row. */
    record OverSteps(Value value) implements Origin {}

    /**
     * Every row of a value times a matrix.
     *
     * @param left [B, K]
     * @param weight part of a known matrix
     */
    record Term(Value left, Weight weight) {}
}
