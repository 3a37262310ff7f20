package dev.tendril.runtime.spec;

import dev.tendril.api.data.Transform;
import dev.tendril.api.spi.ComponentRef;
import java.util.List;
import java.util.Optional;

/**
 * Vectors of numbers in the examples.
 *
 * @param keys the reader's keys; the numbers of several stand one after the other
 * @param size numbers of a vector in the data
 * @param transform rescales them for the model, if given
 * @param naive the reader's key of a naive forecast of the same numbers, if any
 * @param scale the reader's key of what their errors are measured in, if any
 */
public record NumbersSpec(
        List<String> keys,
        int size,
        Optional<ComponentRef<Transform>> transform,
        Optional<String> naive,
        Optional<String> scale) {
    public NumbersSpec {
        keys = List.copyOf(keys);
    }
}
