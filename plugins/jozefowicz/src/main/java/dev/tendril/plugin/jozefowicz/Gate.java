package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Tensor;

/**
 * The affine part of a gate: {@code U x + W h + b}.
 *
 * @param input U [H, I]
 * @param state W [H, H]
 * @param bias b [H]
 */
record Gate(Parameter input, Parameter state, Parameter bias) {

    /** {@code U x + W h + b}: x [B, I], h [B, H] → [B, H]. */
    Tensor of(Tensor x, Tensor h) {
        return x.linear(input, bias).plus(h.linear(state));
    }
}
