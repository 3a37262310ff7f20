package dev.tendril.tensor.plan;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.operation.Operand;
import dev.tendril.tensor.operation.Operation;
import java.util.List;
import java.util.stream.Stream;

/**
 * A value in the equations of a step. One of rows has {@link #BATCH} as its first size; what a row holds of it is described by
 * {@link #sizes}. Compared by identity.
 */
public final class Value implements Operand {
    /** Stands for the number of rows: a size that nothing else has. */
    public static final int BATCH = 999_983;

    private final int number;
    private final Origin origin;
    private final Shape shape;

    Value(int number, Origin origin, Shape shape) {
        this.number = number;
        this.origin = origin;
        this.shape = shape;
    }

    /** Its place in the order of computation: greater than that of everything it is computed from. */
    int number() {
        return number;
    }

    Origin origin() {
        return origin;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    /** Whether every row has its own. */
    boolean ofRows() {
        return shape.rank() > 0 && shape.size(0) == BATCH;
    }

    /** The sizes of what one row holds, or of what all rows share. */
    int[] sizes() {
        return (ofRows() ? shape.without(0) : shape).toArray();
    }

    /** Elements that one row holds, or all rows share. */
    int width() {
        int width = 1;
        for (int size : sizes()) {
            width = Math.multiplyExact(width, size);
        }
        return width;
    }

    /** Whether a row holds a matrix or more, even of no rows: a sheet. */
    boolean isSheet() {
        return ofRows() && shape.rank() > 2 && width() != shape.size(-1);
    }

    /** What it is directly computed from. */
    List<Value> operands() {
        if (origin instanceof Origin.Computed computed) {
            return computed.operands();
        }
        if (origin instanceof Origin.Products products) {
            return Stream.concat(products.terms().stream().map(Origin.Term::left), products.start().stream())
                    .toList();
        }
        if (origin instanceof Origin.OverSteps sum) {
            return List.of(sum.value());
        }
        return List.of();
    }

    /** Whether it is the output of an operation of this class. */
    boolean isA(Class<? extends Operation> kind) {
        return origin instanceof Origin.Computed computed && kind.isInstance(computed.operation());
    }

    /** The operation that computes it. */
    Operation operation() {
        if (origin instanceof Origin.Computed computed) {
            return computed.operation();
        }
        throw new IllegalStateException(this + " is not computed by one operation");
    }

    @Override
    public String toString() {
        return "v" + number + shape;
    }
}
