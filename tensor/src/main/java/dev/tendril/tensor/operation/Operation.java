package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;

/**
 * One thing that can be done with tensors and ids. What depends on no operand is an attribute of the record. Immutable.
 *
 * <p>{@link GradientRules} holds the gradient of every operation that has one. Operations whose name ends in {@code Gradient}, and
 * {@link Contract}, {@link PadSlice} and {@link SumTo}, occur only in rules and have no gradient themselves.
 */
public sealed interface Operation
        permits Affine,
                Append,
                Argmax,
                Combine,
                Concat,
                Contract,
                CrossEntropy,
                CrossEntropyGradient,
                CrossEntropyWeightGradient,
                Custom,
                Detach,
                Expand,
                Flatten,
                GreaterThanNumber,
                HeadScores,
                HeadSums,
                LayerNorm,
                LayerNormGainGradient,
                LayerNormGradient,
                LogSoftmax,
                LogSoftmaxGradient,
                LookUp,
                LookUpGradient,
                MapEach,
                MaskedSoftmax,
                MatMul,
                Max,
                MaxGradient,
                PadSlice,
                Pick,
                PickGradient,
                Project,
                Reshape,
                Select,
                SelectElse,
                Slice,
                Softmax,
                SoftmaxGradient,
                Squeeze,
                Steps,
                StepsGradient,
                Sum,
                SumAll,
                SumTo,
                Transpose,
                Unsqueeze {

    /**
     * The shape of the output.
     *
     * @throws IllegalArgumentException if the operands do not fit; names their shapes
     */
    Shape infer(Shape... operands);

    /**
     * Computes the output. Operands fit: {@link #infer} has seen them.
     *
     * @param shape what {@link #infer} gave
     */
    Operand run(Execution on, Shape shape, Operand... operands);

    /**
     * How many products of two numbers it sums up: those of matrix products, which are what an operation costs if it has any.
     *
     * @param output what {@link #infer} gave
     */
    default long multiplyAdds(Shape output, Shape... operands) {
        return 0;
    }

    /** An operation that can add its output to an array without making it first. */
    sealed interface Adding
            permits Combine,
                    Contract,
                    Expand,
                    LookUpGradient,
                    MatMul,
                    PadSlice,
                    PickGradient,
                    Project,
                    StepsGradient,
                    SumTo {
        /** into = into + output. */
        void addTo(Execution on, Array into, Operand... operands);
    }

    /** An operation that can compute its output over the numbers of its first operand, which has the same shape. */
    sealed interface Overwriting permits CrossEntropyGradient {
        /** Writes the output where the first operand is. */
        void runOver(Execution on, Operand... operands);
    }

    /** The numbers of an operand. */
    static Array array(Operand[] operands, int index) {
        return (Array) operands[index];
    }

    /** The ids of an operand. */
    static IdArray ids(Operand[] operands, int index) {
        return (IdArray) operands[index];
    }
}
