package dev.tendril.runtime.wiring;

import dev.tendril.api.TendrilException;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Shape;

/**
 * A place in the model's tree of parameters.
 *
 * @param path dotted, from the node's name on
 * @param shared whether what is made here uses parameters that another node made
 */
record Place(String path, boolean shared) {

    static Place of(String node) {
        return new Place(node, false);
    }

    /** The place of another node, whose parameters are used again. */
    static Place sharing(String node) {
        return new Place(node, true);
    }

    Place slot(String name) {
        return new Place(path + "." + name, shared);
    }

    /**
     * The parameter of a name here.
     *
     * @throws TendrilException if it is shared, and its owner has none of that name or another shape
     */
    Parameter parameter(ParameterStore store, ParameterSource source, String name, Shape shape, Initializer first) {
        String full = path + "." + name;
        if (!shared) {
            return source.parameter(full, shape, first);
        }
        Parameter owned = store.find(full)
                .orElseThrow(() -> new TendrilException("parameter '" + full
                        + "' cannot be shared, its node has none of that name; share between nodes of the same type and"
                        + " parameters"));
        if (!owned.shape().equals(shape)) {
            throw new TendrilException("parameter '" + full + "' has shape " + owned.shape()
                    + ", the node that shares it wants " + shape + "; give both the same sizes");
        }
        return owned;
    }
}
