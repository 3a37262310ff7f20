package dev.tendril.tensor;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.operation.Array;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A tensor with its own numbers: of a pass, or of none (a constant). In a trace it has a slot and no numbers. */
final class PassTensor extends EngineTensor {
    private final @Nullable Array array;
    private final int slot;

    private PassTensor(TendrilEngine engine, @Nullable Scope scope, Shape shape, @Nullable Array array, int slot) {
        super(engine, scope, shape);
        this.array = array;
        this.slot = slot;
    }

    /** Numbers that belong to no pass. */
    static PassTensor constant(TendrilEngine engine, Array array) {
        return new PassTensor(engine, null, array.shape(), array, -1);
    }

    /**
     * Numbers of a pass.
     *
     * @param slot the place on the tape of the operation that made it; −1 for none
     */
    static PassTensor of(EagerPass pass, Array array, int slot) {
        return new PassTensor(pass.engine(), pass, array.shape(), array, slot);
    }

    /** A value of a trace. */
    static PassTensor traced(TracingPass pass, Shape shape, int slot) {
        return new PassTensor(pass.engine(), pass, shape, null, slot);
    }

    int slot() {
        return slot;
    }

    @Override
    Array numbers(EagerPass pass) {
        return readable();
    }

    @Override
    <R> R read(Function<Array, R> reader) {
        return reader.apply(readable());
    }

    /**
     * The numbers.
     *
     * @throws IllegalStateException if the pass is closed, or there are none, or they have been written over
     */
    Array readable() {
        Scope scope = scope();
        if (scope != null) {
            scope.requireOpen(this);
        }
        Array numbers = array();
        if (scope instanceof EagerPass pass) {
            pass.requireUnchanged(numbers);
        }
        return numbers;
    }

    /** Whether the numbers are those of a parameter, seen through this pass. */
    boolean showsParameters() {
        return array != null && scope() instanceof EagerPass pass && pass.showsParameters(array);
    }

    /** The numbers as they were made. */
    Array array() {
        if (array == null) {
            throw new IllegalStateException("a tensor of shape " + shape()
                    + " exists only inside a trace: a step cannot read numbers, it can only compute with them");
        }
        return array;
    }

    @Override
    public String toString() {
        Scope owner = scope();
        return "tensor" + shape() + (owner == null ? "" : " of " + owner);
    }
}
