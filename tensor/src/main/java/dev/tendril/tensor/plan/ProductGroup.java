package dev.tendril.tensor.plan;

import java.util.List;

/**
 * Terms of one phase and level that may become one product: those that read the same value ({@code columns} side by side), or those
 * that add up to the same value (their sums one behind the other).
 *
 * @param phase when they are computed
 * @param level of the phase
 * @param entries the terms
 */
record ProductGroup(Phase phase, int level, List<Entry> entries) {

    /**
     * A term and what it is added to.
     *
     * @param sum the sum of products
     * @param index of the term
     */
    record Entry(Value sum, int index) {
        Origin.Term term() {
            return ((Origin.Products) sum.origin()).terms().get(index);
        }

        View left() {
            return View.of(term().left());
        }

        Weight weight() {
            return term().weight();
        }
    }
}
