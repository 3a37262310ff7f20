package dev.tendril.api.graph;

/**
 * An input of a node.
 *
 * @param name the key under {@code from}
 * @param doc one sentence for documentation
 * @param required whether the node cannot do without it
 * @param many whether it takes a list of edges
 */
public record Port(String name, String doc, boolean required, boolean many) {

    /** The usual name of a node's only input. */
    public static final String INPUT = "input";

    /** The port of a head that what is to be predicted comes in by; not needed to predict. */
    public static final String TARGET = "target";

    /** The usual name of a node's first output. */
    public static final String OUTPUT = "output";

    /** A port that must be connected. */
    public static Port required(String name, String doc) {
        return new Port(name, doc, true, false);
    }

    /** A port that may be left open. */
    public static Port optional(String name, String doc) {
        return new Port(name, doc, false, false);
    }
}
