package dev.tendril.tensor.plan;

import java.util.List;

/**
 * One product of the rows of a value and a panel of weights.
 *
 * @param left the rows, [K]
 * @param panel the weights
 * @param result where the sums go, [N]
 * @param start what the sums start from
 * @param from where they start, if {@code start} is {@link Start#ROWS}
 * @param bias known vectors that they start from, side by side, if {@code start} is {@link Start#BIAS}
 * @param name for people: the sums it computes
 */
record ProductCall(
        Access left, Panel panel, Access result, Start start, List<Access> from, List<Value> bias, String name) {

    /** What sums start from. */
    enum Start {
        /** 0. */
        ZERO,
        /** What is there already. */
        THERE,
        /** Rows that lie elsewhere. */
        ROWS,
        /** The same numbers for every row. */
        BIAS
    }
}
