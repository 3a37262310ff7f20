package dev.tendril.api.tensor;

import dev.tendril.api.HostImplemented;

/** The gradients of one loss with respect to chosen tensors. They belong to the loss's pass. */
@HostImplemented
public interface Gradients {

    /**
     * The gradient of the loss with respect to a tensor, of its shape; zeros if the loss does not depend on it.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    Tensor of(Tensor tensor);

    /** Whether the loss depends on a tensor that was asked for. */
    boolean reaches(Tensor tensor);
}
