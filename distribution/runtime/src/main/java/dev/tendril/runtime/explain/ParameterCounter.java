package dev.tendril.runtime.explain;

import dev.tendril.runtime.check.CheckedModel;
import java.util.Map;

/** Counts learnt numbers by building a model into a store that records shapes and allocates nothing. */
@FunctionalInterface
public interface ParameterCounter {
    /**
     * How many numbers each node learns, by node name; 0 for a node that learns nothing or shares another's parameters.
     *
     * @param model whose sizes may be symbols
     * @param sizes a number for every symbol, such as {@code V(source)} → 41
     */
    Map<String, Long> count(CheckedModel model, Map<String, Long> sizes);
}
