package dev.tendril.training.clipping;

import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Clipping;
import java.util.LinkedHashMap;
import java.util.Map;

/** Clipping by value (Mikolov 2012, section 3.2.2): g′ = max(−c, min(c, g)), element by element. */
final class ValueClipping implements Clipping {
    private final double max;

    ValueClipping(double max) {
        this.max = max;
    }

    @Override
    public Clipped clip(Map<Parameter, Tensor> gradients) {
        double norm = GlobalNorm.of(gradients.values());
        boolean acted = false;
        Map<Parameter, Tensor> bounded = new LinkedHashMap<>();
        for (Map.Entry<Parameter, Tensor> entry : gradients.entrySet()) {
            boolean acts = exceeds(entry.getValue());
            acted |= acts;
            bounded.put(entry.getKey(), acts ? bound(entry.getValue()) : entry.getValue());
        }
        return new Clipped(bounded, norm, acted);
    }

    private boolean exceeds(Tensor gradient) {
        return gradient.abs().greaterThan(max).sum().item() > 0;
    }

    private Tensor bound(Tensor gradient) {
        Tensor upper = gradient.pass().full(Shape.scalar(), max);
        return gradient.minimum(upper).maximum(upper.negate());
    }
}
