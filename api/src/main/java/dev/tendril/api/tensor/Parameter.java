package dev.tendril.api.tensor;

import dev.tendril.api.HostImplemented;

/** A learned tensor. It belongs to no pass, and changes only through {@link Engine#update} and {@link ParameterStore#assign}. */
@HostImplemented
public interface Parameter extends Tensor {

    /** Where it stands in the model, such as {@code encoder.layer0.forward.update.U}; unique in its store. */
    String path();

    /** Counts the changes of its values. */
    long version();
}
