package dev.tendril.plugin.attention.compatibility;

import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/** The neighbours of every step. */
final class Windows {
    private Windows() {}

    /**
     * Every step between its neighbours, from the one {@code radius} steps before to the one {@code radius} steps behind; zeros beyond
     * both ends.
     *
     * @param steps [B, S, D]
     * @return [B, S, (2 radius + 1) D]
     */
    static Tensor of(Tensor steps, int radius) {
        int length = steps.shape().size(1);
        if (radius == 0) {
            return steps;
        }
        Tensor zeros =
                steps.pass().zeros(Shape.of(1, radius, 1)).expand(steps.shape().with(1, radius)); // [B, radius, D]
        Tensor widened = zeros.concat(1, steps, zeros);
        Tensor[] shifted = new Tensor[2 * radius];
        for (int offset = 1; offset <= 2 * radius; offset++) {
            shifted[offset - 1] = widened.slice(1, offset, offset + length);
        }
        return widened.slice(1, 0, length).concat(-1, shifted);
    }
}
