package dev.tendril.tensor;

import dev.tendril.api.tensor.Ids;
import dev.tendril.tensor.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a {@link Trace}. Operands are values of the trace, parameters, or constants. */
sealed interface Instruction {
    /** The slot of what it makes. */
    int result();

    /**
     * Computes numbers.
     *
     * @param operation what is computed
     * @param operands the tensors it reads
     * @param ids its last operand, if that is ids
     * @param output the value it makes
     */
    record Apply(
            Operation operation,
            List<EngineTensor> operands,
            @Nullable Ids ids,
            PassTensor output) implements Instruction {
        @Override
        public int result() {
            return output.slot();
        }
    }

    /**
     * Computes ids.
     *
     * @param operation what is computed
     * @param operand the tensor it reads
     * @param result slot of the output
     */
    record ApplyIds(Operation operation, EngineTensor operand, int result) implements Instruction {}

    /**
     * Draws random numbers.
     *
     * @param source which noise of the state, and how many steps on
     * @param distribution of the numbers
     * @param parameter of the distribution
     * @param columns drawn for every row
     * @param result slot of the numbers
     */
    record Draw(Source source, dev.tendril.tensor.Draw distribution, double parameter, int columns, int result)
            implements Instruction {
        /**
         * A noise of the traced state.
         *
         * @param index its place among the noises of the state
         * @param rows it has
         * @param steps taken with {@code next()} since the state that the step was given
         */
        record Source(int index, int rows, int steps) {}
    }
}
