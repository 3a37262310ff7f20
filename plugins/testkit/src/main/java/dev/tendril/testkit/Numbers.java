package dev.tendril.testkit;

import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.Arrays;

/**
 * Numbers that a tensor held.
 *
 * @param shape their shape
 * @param values row-major
 */
record Numbers(Shape shape, double[] values) {
    static Numbers of(Tensor tensor) {
        return new Numbers(tensor.shape(), tensor.toDoubles());
    }

    /** The part that begins at {@code from} of every axis and has a shape of its own. */
    Numbers part(int[] from, Shape part) {
        double[] kept = new double[Math.toIntExact(part.elements())];
        for (int i = 0; i < kept.length; i++) {
            int[] place = place(i, part);
            int position = 0;
            for (int axis = 0; axis < place.length; axis++) {
                position = position * shape.size(axis) + from[axis] + place[axis];
            }
            kept[i] = values[position];
        }
        return new Numbers(part, kept);
    }

    /** One row, cut or filled up with zeros to the other axes of a shape. */
    Numbers row(int row, Shape wanted) {
        int[] from = new int[shape.rank()];
        from[0] = row;
        Numbers whole = part(from, shape.with(0, 1));
        double[] fitted = new double[Math.toIntExact(wanted.elements())];
        for (int i = 0; i < whole.values.length; i++) {
            int[] place = place(i, whole.shape);
            int position = 0;
            boolean inside = true;
            for (int axis = 0; axis < place.length; axis++) {
                inside &= place[axis] < wanted.size(axis);
                position = position * wanted.size(axis) + place[axis];
            }
            if (inside) {
                fitted[position] = whole.values[i];
            }
        }
        return new Numbers(wanted, fitted);
    }

    /** A position as indices. */
    static int[] place(int position, Shape shape) {
        int[] place = new int[shape.rank()];
        int rest = position;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            place[axis] = rest % shape.size(axis);
            rest /= shape.size(axis);
        }
        return place;
    }

    String at(int position) {
        return Arrays.toString(place(position, shape));
    }
}
