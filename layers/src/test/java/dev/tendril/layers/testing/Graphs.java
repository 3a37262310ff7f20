package dev.tendril.layers.testing;

import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Size;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;

/** Edges and the values on them. */
public final class Graphs {
    private Graphs() {}

    /** T(source) × real[features]. */
    public static EdgeType sequence(int features) {
        return EdgeType.sequence("source", Size.of(features));
    }

    /** real[features]. */
    public static EdgeType vector(int features) {
        return EdgeType.vector(Size.of(features));
    }

    /** T(source) × id(vocabulary). */
    public static EdgeType ids(int vocabulary) {
        return EdgeType.ids("source", Size.of(vocabulary));
    }

    /** T(source) × set(vocabulary). */
    public static EdgeType sets(int vocabulary) {
        return ids(vocabulary).with(new Element.IdSet(Size.of(vocabulary)));
    }

    /** Normal numbers, with a given one in the padding. */
    public static Sequence sequence(Pass pass, int[] lengths, int steps, int features, double padding) {
        double[] values = Samples.padded(3, lengths, steps, features, padding);
        return Sequence.of(pass.tensor(Shape.of(lengths.length, steps, features), values), Lengths.of(lengths));
    }

    /** Normal numbers without a time axis. */
    public static Sequence vector(Pass pass, int rows, int features) {
        return Sequence.vector(pass.tensor(Shape.of(rows, features), Samples.normal(4, rows * features)));
    }
}
