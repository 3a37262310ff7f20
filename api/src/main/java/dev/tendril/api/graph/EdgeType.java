package dev.tendril.api.graph;

import java.util.List;

/**
 * The type of an edge: its time axes and what stands at each step.
 *
 * @param axes names of the time axes, outermost first, at most two; a node that keeps the alignment keeps the name
 * @param element what stands at one step
 */
public record EdgeType(List<String> axes, Element element) {
    public EdgeType {
        axes = List.copyOf(axes);
        if (axes.size() > 2) {
            throw new IllegalArgumentException("an edge has at most two time axes, got " + axes);
        }
    }

    /** A vector of real numbers without a time axis. */
    public static EdgeType vector(Size features) {
        return new EdgeType(List.of(), Element.Real.vector(features));
    }

    /** A sequence of vectors. */
    public static EdgeType sequence(String axis, Size features) {
        return new EdgeType(List.of(axis), Element.Real.vector(features));
    }

    /** A sequence of ids. */
    public static EdgeType ids(String axis, Size vocabulary) {
        return new EdgeType(List.of(axis), new Element.Id(vocabulary));
    }

    /** One id without a time axis. */
    public static EdgeType id(Size vocabulary) {
        return new EdgeType(List.of(), new Element.Id(vocabulary));
    }

    /** Number of time axes. */
    public int levels() {
        return axes.size();
    }

    /** The same axes with another element. */
    public EdgeType with(Element other) {
        return new EdgeType(axes, other);
    }

    /** The same axes with vectors of so many features. */
    public EdgeType withFeatures(Size features) {
        return with(Element.Real.vector(features));
    }

    /**
     * Size of the vectors of this edge.
     *
     * @throws IllegalStateException if it does not carry vectors
     */
    public Size features() {
        if (element instanceof Element.Real real && real.sizes().size() == 1) {
            return real.sizes().get(0);
        }
        throw new IllegalStateException(this + " carries no vectors");
    }

    /**
     * Number of ids.
     *
     * @throws IllegalStateException if it carries no ids
     */
    public Size vocabulary() {
        if (element instanceof Element.Id id) {
            return id.vocabulary();
        }
        if (element instanceof Element.IdSet set) {
            return set.vocabulary();
        }
        throw new IllegalStateException(this + " carries no ids");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        axes.forEach(axis -> text.append("T(").append(axis).append(") × "));
        return text.append(element).toString();
    }
}
