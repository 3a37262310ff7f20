package dev.tendril.training.clipping;

import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Clipping;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Clipping by global norm (Pascanu et al. 2013, algorithm 1): if ‖g‖ &gt; max then g′ = g · max / ‖g‖, where g is all gradients
 * taken as one vector. A norm that equals the bound, or is not a number, changes nothing.
 */
final class NormClipping implements Clipping {
    private final double max;

    NormClipping(double max) {
        this.max = max;
    }

    @Override
    public Clipped clip(Map<Parameter, Tensor> gradients) {
        double norm = GlobalNorm.of(gradients.values());
        if (!(norm > max)) {
            return new Clipped(gradients, norm, false);
        }
        Map<Parameter, Tensor> bounded = new LinkedHashMap<>();
        gradients.forEach((parameter, gradient) -> bounded.put(parameter, gradient.times(max / norm)));
        return new Clipped(bounded, norm, true);
    }
}
