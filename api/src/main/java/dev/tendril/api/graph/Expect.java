package dev.tendril.api.graph;

/** Checks that {@code infer} methods share; each throws {@link InvalidGraph} in words that name the port, both types and a remedy. */
public final class Expect {
    private Expect() {}

    /** A sequence of vectors: one time axis. */
    public static EdgeType sequence(PortTypes inputs, String port) {
        EdgeType type = vectors(inputs, port);
        if (type.levels() != 1) {
            throw mismatch(port, "a sequence of vectors, T × real[D]", type);
        }
        return type;
    }

    /** A vector without a time axis. */
    public static EdgeType vector(PortTypes inputs, String port) {
        EdgeType type = vectors(inputs, port);
        if (type.levels() != 0) {
            throw mismatch(port, "one vector, real[D], such as the output of a pooling", type);
        }
        return type;
    }

    /** Vectors over any number of time axes. */
    public static EdgeType vectors(PortTypes inputs, String port) {
        EdgeType type = inputs.get(port);
        if (!(type.element() instanceof Element.Real real) || real.sizes().size() != 1) {
            throw mismatch(port, "vectors, real[D], such as the output of an embedding", type);
        }
        return type;
    }

    /** Ids over any number of time axes. */
    public static EdgeType ids(PortTypes inputs, String port) {
        EdgeType type = inputs.get(port);
        if (!(type.element() instanceof Element.Id)) {
            throw mismatch(port, "ids, id(V), such as a text or label field", type);
        }
        return type;
    }

    /** Sets of ids over any number of time axes. */
    public static EdgeType idSets(PortTypes inputs, String port) {
        EdgeType type = inputs.get(port);
        if (!(type.element() instanceof Element.IdSet)) {
            throw mismatch(port, "sets of ids, set(V), such as a field of label sets", type);
        }
        return type;
    }

    /** A sequence of ids. */
    public static EdgeType idSequence(PortTypes inputs, String port) {
        EdgeType type = ids(inputs, port);
        if (type.levels() != 1) {
            throw mismatch(port, "a sequence of ids, T × id(V), such as a text field", type);
        }
        return type;
    }

    /** One id without a time axis. */
    public static EdgeType id(PortTypes inputs, String port) {
        EdgeType type = ids(inputs, port);
        if (type.levels() != 0) {
            throw mismatch(port, "one id, id(V), such as a label field", type);
        }
        return type;
    }

    /**
     * Two sizes that must be equal. A size that is still a symbol is taken to fit any other: it is checked again once data has given
     * it a number.
     */
    public static void equal(String port, Size expected, Size actual, String what) {
        if (expected.known() && actual.known() && !expected.equals(actual)) {
            throw new InvalidGraph(
                    port,
                    InvalidGraph.Kind.SIZE_MISMATCH,
                    "port '" + port + "' wants " + what + " of size " + expected + ", it is connected to one of size "
                            + actual);
        }
    }

    private static InvalidGraph mismatch(String port, String expected, EdgeType actual) {
        return new InvalidGraph(
                port,
                InvalidGraph.Kind.KIND_MISMATCH,
                "port '" + port + "' wants " + expected + "; it is connected to " + actual);
    }
}
