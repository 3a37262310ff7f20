package dev.tendril.api.graph;

import dev.tendril.api.TendrilException;
import java.util.List;

/** Thrown by {@code infer} when the edges do not fit the node; the host shows each problem at the edge's line of the YAML file. */
public final class InvalidGraph extends TendrilException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** What is wrong with an edge. */
    public enum Kind {
        /** Ids where numbers are wanted, a sequence where a vector is, and the like. */
        KIND_MISMATCH,
        /** Two sizes that must be equal and are not. */
        SIZE_MISMATCH
    }

    /**
     * One edge that does not fit.
     *
     * @param port the input port
     * @param kind what is wrong
     * @param message what was expected and what came, in words
     */
    public record Problem(String port, Kind kind, String message) {}

    /** At least one problem. */
    public InvalidGraph(List<Problem> problems) {
        super(String.join("; ", problems.stream().map(Problem::message).toList()));
        this.problems = List.copyOf(problems);
    }

    /** One problem. */
    public InvalidGraph(String port, Kind kind, String message) {
        this(List.of(new Problem(port, kind, message)));
    }

    /** Every edge that does not fit. */
    public List<Problem> problems() {
        return problems;
    }
}
