package dev.tendril.tensor;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.PackedForms;

/**
 * One version of a parameter's numbers; never written once it is published.
 *
 * @param array the numbers, with the forms they are packed into
 * @param version counts from 0
 */
record ParameterValue(Array array, long version) {
    static ParameterValue of(Shape shape, Storage storage, long version) {
        return new ParameterValue(new Array(shape, storage, 0, shape.rank() == 2 ? new PackedForms() : null), version);
    }
}
