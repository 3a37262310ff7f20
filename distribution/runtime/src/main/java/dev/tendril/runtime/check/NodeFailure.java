package dev.tendril.runtime.check;

import dev.tendril.api.TendrilException;

/** Thrown if a node of a model cannot be made, whatever its component threw. */
public final class NodeFailure extends TendrilException {
    private static final long serialVersionUID = 1L;

    private final String node;

    /**
     * The failure of a node.
     *
     * @param node its name
     * @param message which says so, and why
     * @param cause what its component threw
     */
    public NodeFailure(String node, String message, Throwable cause) {
        super(message, cause);
        this.node = node;
    }

    /** Name of the node. */
    String node() {
        return node;
    }
}
