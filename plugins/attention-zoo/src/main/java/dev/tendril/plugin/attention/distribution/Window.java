package dev.tendril.plugin.attention.distribution;

import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/** Where the steps of a source stand, seen from a position. */
final class Window {
    private Window() {}

    /**
     * How far every step is from a position of each row.
     *
     * @param position [B, 1], counted from 0
     * @param steps S
     * @return [B, S], negative before the position
     */
    static Tensor distances(Tensor position, int steps) {
        Pass pass = position.pass();
        Tensor places = pass.tensor(Shape.of(1, steps), (int at) -> at); // [1, S]
        return places.minus(position);
    }

    /** The mask where steps further away than this are hidden too. */
    static Tensor mask(Tensor mask, Tensor distances, double radius) {
        return mask.times(distances.abs().greaterThan(radius).oneMinus());
    }
}
