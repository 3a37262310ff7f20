package dev.tendril.training.clipping;

import dev.tendril.api.tensor.Tensor;
import java.util.Collection;

/** The L2 norm of several tensors taken as one vector. */
public final class GlobalNorm {
    private GlobalNorm() {}

    /** √Σ x² over all elements, in float64, tensors in the order of the collection. Not finite if an element is not. */
    public static double of(Collection<Tensor> tensors) {
        double sum = 0;
        for (Tensor tensor : tensors) {
            sum += tensor.sumOfSquares();
        }
        return Math.sqrt(sum);
    }
}
