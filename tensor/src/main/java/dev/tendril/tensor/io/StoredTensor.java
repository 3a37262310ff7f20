package dev.tendril.tensor.io;

import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;

/**
 * A tensor as the header names it.
 *
 * @param name unique in the file
 * @param precision of the numbers
 * @param shape of the tensor
 * @param begin of its bytes, counted from the end of the header
 * @param end of its bytes, exclusive
 */
public record StoredTensor(String name, Precision precision, Shape shape, long begin, long end) {
    /** Bytes of one number. */
    static int width(Precision precision) {
        return precision == Precision.FLOAT32 ? 4 : 8;
    }
}
