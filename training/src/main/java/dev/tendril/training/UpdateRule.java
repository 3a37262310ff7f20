package dev.tendril.training;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.training.Averaging;
import dev.tendril.api.training.Clipping;
import dev.tendril.api.training.Optimizer;
import dev.tendril.api.training.Schedule;
import java.util.List;
import java.util.Optional;

/**
 * How a step moves the parameters.
 *
 * @param optimizer the rule
 * @param groups parameters that another rule moves, or none; one that several groups name belongs to the first of them
 * @param schedule scales the learning rates
 * @param clipping bounds gradients, if wanted
 * @param averaging what is judged and kept in place of the parameters themselves, if wanted
 * @param nonFinite what happens when a loss or gradient is not a finite number
 * @param shards into how many parts a batch is cut, each with a forward and a backward pass of its own, whose gradients are added
 */
public record UpdateRule(
        Optimizer<?> optimizer,
        List<ParameterGroup> groups,
        Schedule schedule,
        Optional<Clipping> clipping,
        Optional<Averaging<?>> averaging,
        NonFinitePolicy nonFinite,
        int shards) {
    public UpdateRule {
        groups = List.copyOf(groups);
        if (shards < 1) {
            throw new IllegalArgumentException("shards is " + shards + ", want at least 1");
        }
    }

    /** One rule for all, constant learning rate, no clipping, no means, stop at numbers that are not finite, batches in one piece. */
    public static UpdateRule of(Optimizer<?> optimizer) {
        return new UpdateRule(
                optimizer, List.of(), progress -> 1, Optional.empty(), Optional.empty(), NonFinitePolicy.STOP, 1);
    }

    /** The same with groups. */
    public UpdateRule withGroups(List<ParameterGroup> others) {
        return new UpdateRule(optimizer, others, schedule, clipping, averaging, nonFinite, shards);
    }

    /** The same with another schedule. */
    public UpdateRule scheduledBy(Schedule other) {
        return new UpdateRule(optimizer, groups, other, clipping, averaging, nonFinite, shards);
    }

    /** The same with clipping. */
    public UpdateRule clippedBy(Clipping other) {
        return new UpdateRule(optimizer, groups, schedule, Optional.of(other), averaging, nonFinite, shards);
    }

    /** The same with means. */
    public UpdateRule averagedBy(Averaging<?> other) {
        return new UpdateRule(optimizer, groups, schedule, clipping, Optional.of(other), nonFinite, shards);
    }

    /** The same with another policy. */
    public UpdateRule onNonFinite(NonFinitePolicy other) {
        return new UpdateRule(optimizer, groups, schedule, clipping, averaging, other, shards);
    }

    /** The same with batches cut. */
    public UpdateRule inShards(int other) {
        return new UpdateRule(optimizer, groups, schedule, clipping, averaging, nonFinite, other);
    }

    /**
     * How many numbers are remembered of a model's parameters besides themselves: by optimisers, and as means.
     *
     * @throws dev.tendril.api.TendrilException if a group has no parameter of the model
     */
    public long remembered(ParameterStore parameters, Engine engine) {
        return new Movers(this, parameters, engine).remembered();
    }
}
