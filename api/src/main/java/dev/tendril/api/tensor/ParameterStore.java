package dev.tendril.api.tensor;

import dev.tendril.api.HostImplemented;
import java.util.List;
import java.util.Optional;

/** The parameters of one model, by path. */
@HostImplemented
public interface ParameterStore {

    /**
     * Makes a parameter.
     *
     * @param path dotted, unique
     * @throws IllegalArgumentException if the path is taken, there are 100,000 parameters already, the shape has more than
     *     {@link Shape#MOST_ELEMENTS}, or the initializer gives another number of values
     */
    Parameter create(String path, Shape shape, Initializer initializer);

    /**
     * Makes a parameter that starts from the numbers of a tensor.
     *
     * @param path dotted, unique
     * @throws IllegalArgumentException if the path is taken
     */
    Parameter create(String path, Tensor values);

    /** The parameter at a path. */
    Optional<Parameter> find(String path);

    /** All parameters, in the order they were made. */
    List<Parameter> parameters();

    /**
     * Replaces the values of a parameter.
     *
     * @throws IllegalArgumentException if there is none at the path, or its shape differs; names both
     */
    void assign(String path, Tensor values);

    /** Number of elements of all parameters together. */
    default long elements() {
        return parameters().stream()
                .mapToLong(parameter -> parameter.shape().elements())
                .sum();
    }
}
