package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Shape;

/** Position of the first maximum along an axis, which is dropped. No gradient. */
public record Argmax(int axis) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return Max.inferAlong("argmax", axis, operands[0]);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        return new IdArray(Ids.of(shape, positions(x, x.shape().axis(axis))));
    }

    /** Position of the first maximum for every other index, row-major; the first NaN where there is one. */
    static int[] positions(Array x, int axis) {
        int size = x.shape().size(axis);
        int inner = Sizes.behind(x.shape(), axis);
        int[] positions = new int[Sizes.before(x.shape(), axis) * inner];
        for (int i = 0; i < positions.length; i++) {
            double largest = x.storage().get(x.at() + index(i, 0, size, inner));
            for (int position = 1; position < size && !Double.isNaN(largest); position++) {
                double value = x.storage().get(x.at() + index(i, position, size, inner));
                if (!(value <= largest)) {
                    largest = value;
                    positions[i] = position;
                }
            }
        }
        return positions;
    }

    /** Row-major index of one position along the axis, for the i-th of all other indices. */
    static int index(int i, int position, int size, int inner) {
        return (i / inner * size + position) * inner + i % inner;
    }
}
