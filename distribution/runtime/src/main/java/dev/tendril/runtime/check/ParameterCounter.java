package dev.tendril.runtime.check;

import java.util.Map;

/** Counts learnt numbers by building a model into a store that records shapes and allocates nothing. */
@FunctionalInterface
public interface ParameterCounter {
    /**
     * How many numbers each parameter has, by its path, which begins with the name of its node; in the order they are made. A node that
     * shares another's parameters has none of its own.
     *
     * @param model whose sizes may be symbols
     * @param sizes a number for every symbol, such as {@code V(source)} → 41
     */
    Map<String, Long> count(CheckedModel model, Map<String, Long> sizes);
}
