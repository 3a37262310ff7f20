package dev.tendril.api.training;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.tensor.Pass;

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
     * The loss over real steps.
     *
     * @param output scores before any softmax or sigmoid, or numbers: [B, V] or [B, T, V]
     * @param target as many time axes as the output
     */
    LossValue of(Sequence output, Value target, Pass pass);
}
