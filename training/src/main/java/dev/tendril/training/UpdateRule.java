package dev.tendril.training;

import dev.tendril.api.training.Clipping;
import dev.tendril.api.training.Optimizer;
import dev.tendril.api.training.Schedule;
import java.util.Optional;

/**
 * How a step moves the parameters.
 *
 * @param optimizer the rule
 * @param schedule scales its learning rate
 * @param clipping bounds gradients, if wanted
 * @param nonFinite what happens when a loss or gradient is not a finite number
 * @param shards into how many parts a batch is cut, each with a forward and a backward pass of its own, whose gradients are added
 */
public record UpdateRule(
        Optimizer<?> optimizer, Schedule schedule, Optional<Clipping> clipping, NonFinitePolicy nonFinite, int shards) {
    public UpdateRule {
        if (shards < 1) {
            throw new IllegalArgumentException("shards is " + shards + ", want at least 1");
        }
    }

    /** Constant learning rate, no clipping, stop at numbers that are not finite, batches in one piece. */
    public static UpdateRule of(Optimizer<?> optimizer) {
        return new UpdateRule(optimizer, progress -> 1, Optional.empty(), NonFinitePolicy.STOP, 1);
    }

    /** The same with another schedule. */
    public UpdateRule scheduledBy(Schedule other) {
        return new UpdateRule(optimizer, other, clipping, nonFinite, shards);
    }

    /** The same with clipping. */
    public UpdateRule clippedBy(Clipping other) {
        return new UpdateRule(optimizer, schedule, Optional.of(other), nonFinite, shards);
    }

    /** The same with another policy. */
    public UpdateRule onNonFinite(NonFinitePolicy other) {
        return new UpdateRule(optimizer, schedule, clipping, other, shards);
    }

    /** The same with batches cut. */
    public UpdateRule inShards(int other) {
        return new UpdateRule(optimizer, schedule, clipping, nonFinite, other);
    }
}
