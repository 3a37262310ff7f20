package dev.tendril.testkit;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Size;
import dev.tendril.api.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * One input of a computation.
 *
 * @param name in messages
 * @param type time axes and element; every size is known
 * @param differentiated whether gradients with respect to it are checked
 */
record Input(String name, EdgeType type, boolean differentiated) {

    /** Numbers without a time axis, of any feature axes. */
    static Input numbers(String name, int... features) {
        List<Size> sizes = Arrays.stream(features).mapToObj(Size::of).toList();
        return new Input(name, new EdgeType(List.of(), new Element.Real(sizes)), true);
    }

    /** Vectors over the usual time axis. */
    static Input vectors(String name, int features) {
        return new Input(name, EdgeType.sequence(Samples.SOURCE, Size.of(features)), true);
    }

    /** What arrives at a port; ids and sets are fixed. */
    static Input at(String name, EdgeType type) {
        return new Input(name, type, type.element() instanceof Element.Real);
    }

    /** Its feature axes; a set has one feature for every possible id. */
    Shape features() {
        if (type.element() instanceof Element.Real real) {
            return Shape.of(real.sizes().stream().mapToInt(Size::intValue).toArray());
        }
        return type.element() instanceof Element.IdSet set
                ? Shape.of(set.vocabulary().intValue())
                : Shape.scalar();
    }
}
