package dev.tendril.contracts.builtin;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import java.util.List;

/** Types of values, in few words. */
final class Edges {
    private Edges() {}

    static PortTypes port(String port, EdgeType type) {
        return PortTypes.of(port, type);
    }

    static EdgeType vector(int features) {
        return EdgeType.vector(Size.of(features));
    }

    static EdgeType vectors(String axis, int features) {
        return EdgeType.sequence(axis, Size.of(features));
    }

    static EdgeType id(int vocabulary) {
        return EdgeType.id(Size.of(vocabulary));
    }

    static EdgeType ids(String axis, int vocabulary) {
        return EdgeType.ids(axis, Size.of(vocabulary));
    }

    static EdgeType set(int vocabulary) {
        return new EdgeType(List.of(), new Element.IdSet(Size.of(vocabulary)));
    }

    static EdgeType sets(String axis, int vocabulary) {
        return new EdgeType(List.of(axis), new Element.IdSet(Size.of(vocabulary)));
    }

    /** Vectors of words in sentences. */
    static EdgeType sentences(int features) {
        return new EdgeType(List.of("sentences", "words"), Element.Real.vector(Size.of(features)));
    }
}
