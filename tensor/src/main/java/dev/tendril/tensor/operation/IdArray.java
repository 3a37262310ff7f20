package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Shape;

/**
 * Integers, as an operation reads or makes them.
 *
 * @param ids that can be read
 */
public record IdArray(Ids ids) implements Operand {
    @Override
    public Shape shape() {
        return ids.shape();
    }

    /** How many there are. */
    int count() {
        return Math.toIntExact(shape().elements());
    }

    /** One id by its row-major position. */
    int at(int position) {
        return ids.at(position);
    }
}
