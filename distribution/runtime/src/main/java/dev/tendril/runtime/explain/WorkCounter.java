package dev.tendril.runtime.explain;

import dev.tendril.runtime.check.CheckedModel;
import java.util.Map;

/** Counts the multiply-adds of matrix products by computing a made-up example. */
@FunctionalInterface
public interface WorkCounter {
    /**
     * How many products of two numbers the matrix products of each node sum up for one example, forwards, by node name. A head computes
     * its loss.
     *
     * @param model whose sizes may be symbols
     * @param sizes a number for every symbol, such as {@code V(source)} → 41, and for every time axis, such as {@code T(source)} → 5
     * @throws dev.tendril.api.TendrilException if a node fails on an example of zeros
     */
    Map<String, Long> count(CheckedModel model, Map<String, Long> sizes);

    /** The symbol of the length of a time axis: {@code T(source)}. */
    static String length(String axis) {
        return "T(" + axis + ")";
    }
}
