package dev.tendril.runtime.wiring;

import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;

/** Where a model gets its parameters from while it is made. */
@FunctionalInterface
public interface ParameterSource {
    /** The parameter of a path. */
    Parameter parameter(String path, Shape shape, Initializer initializer);
}
