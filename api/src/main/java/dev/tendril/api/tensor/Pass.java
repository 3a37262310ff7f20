package dev.tendril.api.tensor;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.HostImplemented;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The scope of a computation: the tensors made in it, what is recorded for gradients, its random numbers, its memory. Used by one
 * thread at a time. After {@link #close} its tensors cannot be read; {@link Tensor#copy} takes one out.
 */
@HostImplemented
public interface Pass extends AutoCloseable {

    /** The engine that computes. */
    Engine engine();

    /** Whether noise is drawn. */
    boolean training();

    /** Whether operations are recorded for gradients. */
    boolean recording();

    /** Asks this computation to stop; poll it in long loops. */
    CancellationToken cancellation();

    /** A tensor with these numbers, row-major, rounded to the engine's precision. */
    Tensor tensor(Shape shape, double... values);

    /** A tensor with these numbers, row-major. */
    Tensor tensor(Shape shape, float[] values);

    /**
     * A tensor whose numbers are computed, rounded to the engine's precision.
     *
     * @param number the number at a row-major position
     */
    default Tensor tensor(Shape shape, IntToDoubleFunction number) {
        double[] numbers = new double[Math.toIntExact(shape.elements())];
        Arrays.setAll(numbers, number);
        return tensor(shape, numbers);
    }

    /** A tensor filled with one number. */
    Tensor full(Shape shape, double value);

    /** Zeros. */
    default Tensor zeros(Shape shape) {
        return full(shape, 0);
    }

    /** Ones. */
    default Tensor ones(Shape shape) {
        return full(shape, 1);
    }

    /**
     * [T, S] with 1 where key s may be seen by query t, that is s ≤ t.
     *
     * @param queries T
     * @param keys S
     */
    default Tensor causalMask(int queries, int keys) {
        return tensor(Shape.of(queries, keys), (int at) -> at % keys <= at / keys ? 1 : 0);
    }

    /** A parameter or constant as a tensor of this pass; its gradient still reaches the parameter. */
    Tensor attach(Tensor tensor);

    /**
     * Noise at step 0 for so many rows.
     *
     * @param path where it is used, unique within the model
     * @param rows a multiple of the number of examples
     */
    Noise noise(String path, int rows);

    /** Ends the scope and recycles its memory. Closing twice changes nothing. */
    @Override
    void close();
}
