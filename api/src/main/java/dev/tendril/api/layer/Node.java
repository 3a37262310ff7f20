package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.tensor.Pass;
import java.util.Optional;

/** A node of a model's graph: values at its input ports to values at its output ports. Immutable and thread-safe. */
@PluginImplemented
public interface Node {

    /** The outputs for whole sequences. */
    Values forward(Values inputs, Pass pass);

    /**
     * How to go through a sequence one step at a time, for a node on a generating path. The results are those of {@link #forward},
     * step by step. Empty for a node that must see the whole sequence (bidirectional, pooling).
     */
    default Optional<Stepper<?>> stepper() {
        return Optional.empty();
    }
}
