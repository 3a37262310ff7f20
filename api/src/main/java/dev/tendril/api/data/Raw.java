package dev.tendril.api.data;

import dev.tendril.api.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** One key of a raw example, as a reader gives it. */
public sealed interface Raw {

    /**
     * Text.
     *
     * @param text as it stands in the data
     */
    record Text(String text) implements Raw {}

    /**
     * Numbers, such as the frames of a recording: [T, D] for a sequence of vectors, [D] for one vector, [] for one number.
     *
     * @param shape their shape
     * @param values row-major
     */
    record Numbers(Shape shape, double[] values) implements Raw {
        public Numbers {
            if (shape.elements() != values.length) {
                throw new IllegalArgumentException(values.length + " numbers for shape " + shape);
            }
            values = values.clone();
        }

        /** The numbers, as a fresh array. */
        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbers numbers
                    && shape.equals(numbers.shape)
                    && Arrays.equals(values, numbers.values);
        }

        @Override
        public int hashCode() {
            return 31 * shape.hashCode() + Arrays.hashCode(values);
        }
    }

    /**
     * A list, such as the words of a sentence that stand apart in the data, or the notes of each frame of a piece.
     *
     * @param items in order
     */
    record Items(List<Raw> items) implements Raw {
        public Items {
            items = List.copyOf(items);
        }
    }
}
