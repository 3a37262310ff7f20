package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Tensor;
import java.util.Optional;

/**
 * An input that stands in an equation without a weight.
 *
 * @param projection U [H, I], if it is given one after all
 */
record BareInput(Optional<Parameter> projection) {

    static BareInput of(BareParameters parameters, Weights weights, String gate) {
        return switch (parameters.mode()) {
            case STRICT -> new BareInput(Optional.empty());
            case PROJECTED -> new BareInput(Optional.of(weights.onInput(gate)));
        };
    }

    /** {@code x} or {@code U x}: x [B, I] → [B, H]. */
    Tensor of(Tensor x) {
        return projection.map(weight -> x.linear(weight)).orElse(x);
    }
}
