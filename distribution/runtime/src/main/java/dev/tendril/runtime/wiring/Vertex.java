package dev.tendril.runtime.wiring;

import dev.tendril.api.TendrilException;
import dev.tendril.api.layer.Node;
import dev.tendril.runtime.spec.NodeSpec;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * A node in its graph.
 *
 * @param spec its name and edges
 * @param node what computes
 */
record Vertex(NodeSpec spec, Node node) {

    /**
     * Asks the node for something.
     *
     * @throws TendrilException naming the node, if it fails
     */
    <N extends Node, T> T ask(Class<N> type, Function<N, T> question) {
        if (!type.isInstance(node)) {
            throw new TendrilException(
                    "node '" + spec.name() + "' (" + spec.component().id() + ") is no " + type.getSimpleName());
        }
        try {
            return question.apply(type.cast(node));
        } catch (TendrilException | CancellationException telling) {
            throw telling;
        } catch (RuntimeException failure) {
            throw new TendrilException(
                    "node '" + spec.name() + "' (" + spec.component().id() + ") failed: " + failure.getMessage(),
                    failure);
        }
    }
}
