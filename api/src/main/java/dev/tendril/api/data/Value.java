package dev.tendril.api.data;

import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * What travels along an edge of the graph: real numbers or ids, with 0, 1 or 2 time axes (levels). The first axis is always the
 * batch. With one level, {@code lengths.get(0)} has B rows; with two (words inside sentences), {@code lengths.get(1)} has B · S
 * rows, the words of each sentence, in order.
 */
public sealed interface Value permits Sequence, IdSequence {

    /** The real steps of each level, outermost first. */
    List<Lengths> lengths();

    /** Shape including the batch and the padded time axes. */
    Shape shape();

    /** Number of time axes. */
    default int levels() {
        return lengths().size();
    }

    /** Size of the batch. */
    default int rows() {
        return shape().size(0);
    }

    /**
     * Real steps of a value with one level: [B, T] with 1 for a real step.
     *
     * @throws IllegalStateException if it has another number of levels
     */
    default Tensor mask(Pass pass) {
        if (levels() != 1) {
            throw new IllegalStateException("a mask wants one time axis, this value has " + levels());
        }
        int steps = shape().size(1);
        Lengths real = lengths().get(0);
        return pass.tensor(Shape.of(rows(), steps), (int at) -> at % steps < real.at(at / steps) ? 1 : 0);
    }
}
