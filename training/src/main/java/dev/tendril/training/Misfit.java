package dev.tendril.training;

import dev.tendril.api.TendrilException;
import dev.tendril.api.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** What a checkpoint of another run is refused with. */
final class Misfit {
    private Misfit() {}

    static TendrilException of(String what) {
        return new TendrilException("the checkpoint was made by another model, optimiser or averaging: " + what
                + "; resume with those it was made with, or start anew");
    }

    /** The stored tensor, if it is there and has the right shape. */
    static Tensor unless(String what, Tensor expected, @Nullable Tensor stored) {
        if (stored == null) {
            throw of("it has no " + what);
        }
        if (!stored.shape().equals(expected.shape())) {
            throw of(what + " is " + stored.shape() + " there and " + expected.shape() + " here");
        }
        return stored;
    }
}
