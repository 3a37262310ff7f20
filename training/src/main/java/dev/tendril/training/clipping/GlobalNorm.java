package dev.tendril.training.clipping;

import dev.tendril.api.tensor.Tensor;
import java.util.Collection;

/** The L2 norm of several tensors taken as one vector. */
public final class GlobalNorm {
    private GlobalNorm() {}

    /**
     * √Σ x² over all elements, summed in float64 in the order of the collection and, within a tensor, row-major. Not finite if an
     * element is not.
     */
    public static double of(Collection<Tensor> tensors) {
        double sum = 0;
        for (Tensor tensor : tensors) {
            for (double element : tensor.toDoubles()) {
                sum += element * element;
            }
        }
        return Math.sqrt(sum);
    }
}
