package dev.tendril.tensor;

import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.tensor.operation.Operation;
import org.jspecify.annotations.Nullable;

/** A pass of this engine: what happens when an operation is applied to its tensors. */
sealed interface Scope extends Pass permits EagerPass, TracingPass {

    @Override
    TendrilEngine engine();

    /** Applies an operation that gives numbers; ids, where it has any, are its last operand. */
    EngineTensor apply(Operation operation, @Nullable Ids ids, EngineTensor... operands);

    /** Applies an operation that gives ids. */
    Ids applyIds(Operation operation, EngineTensor operand);

    /**
     * Checks that what belongs to this pass can still be used.
     *
     * @param used what is about to be, for the message
     * @throws IllegalStateException if the pass is closed
     */
    void requireOpen(Object used);
}
