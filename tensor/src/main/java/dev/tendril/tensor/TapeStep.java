package dev.tendril.tensor;

import dev.tendril.tensor.operation.GradientRules;
import dev.tendril.tensor.operation.IdArray;
import dev.tendril.tensor.operation.Operand;
import dev.tendril.tensor.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * An operation as it was run.
 *
 * @param operation what was run
 * @param tensors its operands
 * @param ids its last operand, if that is ids
 * @param operands the operands' numbers as they were read, ids last
 * @param output what it made
 */
record TapeStep(
        Operation operation,
        EngineTensor[] tensors,
        @Nullable IdArray ids,
        Operand[] operands,
        PassTensor output) implements TapeEntry {
    @Override
    public boolean differentiable() {
        return GradientRules.differentiable(operation);
    }
}
