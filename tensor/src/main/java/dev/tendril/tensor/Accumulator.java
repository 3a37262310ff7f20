package dev.tendril.tensor;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Execution;
import dev.tendril.tensor.operation.Expand;
import dev.tendril.tensor.operation.Operand;
import dev.tendril.tensor.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The gradient with respect to one tensor as it comes together. The first contribution is kept as it is, even if it is another
 * tensor's gradient; from the second on, contributions are added in place to memory of its own.
 */
final class Accumulator {
    private final Execution on;
    private final Shape shape;
    private @Nullable Array sum;
    private @Nullable Owners owners;

    Accumulator(Execution on, Shape shape) {
        this.on = on;
        this.shape = shape;
    }

    /** Who uses an array of gradients; none where it is not ours to overwrite or give back. */
    static final class Owners {
        private int count = 1;
    }

    boolean empty() {
        return sum == null;
    }

    @Nullable
    Array sum() {
        return sum;
    }

    @Nullable
    Owners owners() {
        return owners;
    }

    /** Adds an array that nobody else uses; it becomes ours. */
    void take(Array array) {
        if (sum == null) {
            sum = array;
            owners = new Owners();
        } else {
            add(array);
            on.letGo(array.storage());
        }
    }

    /** Adds an array that others use too. */
    void share(Array array, @Nullable Owners others) {
        if (sum != null) {
            add(array);
            return;
        }
        sum = array;
        owners = others;
        if (others != null) {
            others.count++;
        }
    }

    /** Adds the output of an operation, computed in place. */
    void add(Operation.Adding operation, Operand... operands) {
        operation.addTo(on, ownSum(), operands);
    }

    /** Lets the memory go if nobody else uses it. */
    void release() {
        if (owners != null && sum != null && --owners.count == 0) {
            on.letGo(sum.storage());
        }
        sum = null;
        owners = null;
    }

    private void add(Array array) {
        new Expand(shape).addTo(on, ownSum(), array);
    }

    /** The sum in memory that only we use. */
    private Array ownSum() {
        Array current = sum;
        if (current == null) {
            current = on.zeroed(shape);
            owners = new Owners();
        } else if (owners == null || owners.count > 1) {
            Array own = on.allocate(shape);
            current.storage().copyTo(current.at(), own.storage(), own.at(), own.elements());
            if (owners != null) {
                owners.count--;
            }
            current = own;
            owners = new Owners();
        }
        sum = current;
        return current;
    }
}
