package dev.tendril.api.graph;

import java.util.List;
import java.util.stream.Collectors;

/** What stands at one step of an edge. */
public sealed interface Element {

    /**
     * Real numbers.
     *
     * @param sizes of the feature axes; one for a vector
     */
    record Real(List<Size> sizes) implements Element {
        public Real {
            sizes = List.copyOf(sizes);
        }

        /** A vector of so many features. */
        public static Real vector(Size features) {
            return new Real(List.of(features));
        }

        @Override
        public String toString() {
            return "real[" + sizes.stream().map(Size::toString).collect(Collectors.joining(", ")) + "]";
        }
    }

    /**
     * One id.
     *
     * @param vocabulary number of possible ids
     */
    record Id(Size vocabulary) implements Element {
        @Override
        public String toString() {
            return "id(" + vocabulary + ")";
        }
    }

    /**
     * A set of ids. A value of it holds one number for every possible id, 1 for those in the set and 0 for all others.
     *
     * @param vocabulary number of possible ids
     */
    record IdSet(Size vocabulary) implements Element {
        @Override
        public String toString() {
            return "set(" + vocabulary + ")";
        }
    }

    /** The word used for this kind in messages. */
    default String kind() {
        if (this instanceof Real) {
            return "numbers";
        }
        return this instanceof Id ? "ids" : "sets of ids";
    }
}
