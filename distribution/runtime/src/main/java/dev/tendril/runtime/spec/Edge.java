package dev.tendril.runtime.spec;

import dev.tendril.api.graph.Port;

/**
 * Where a value comes from.
 *
 * @param source name of a field or node
 * @param output output port of the node; {@code output} for a field
 */
public record Edge(String source, String output) {

    /** The field, or the usual output of a node. */
    public static Edge of(String source) {
        return new Edge(source, Port.OUTPUT);
    }

    /** As it is written under {@code from}. */
    @Override
    public String toString() {
        return output.equals(Port.OUTPUT) ? source : source + "." + output;
    }
}
