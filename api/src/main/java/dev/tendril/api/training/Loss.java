package dev.tendril.api.training;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/** Compares what a head computed with the target. Immutable and thread-safe. */
@PluginImplemented
public interface Loss {

    /**
     * Checks that it can compare these types.
     *
     * @throws dev.tendril.api.graph.InvalidGraph at port {@code target} if it cannot
     */
    void check(EdgeType output, EdgeType target);

    /**
     * The loss summed over real steps, a scalar.
     *
     * @param output scores before any softmax or sigmoid, or numbers: [B, V] or [B, T, V]
     * @param target as many time axes as the output
     */
    Tensor of(Sequence output, Value target, Pass pass);

    /**
     * What the sum is divided by for the mean: how many real steps {@link #of} sums, or the sum of their weights; 0 if there is none. The
     * weight of a batch is the sum of the weights of its rows.
     */
    double weight(Value target);
}
