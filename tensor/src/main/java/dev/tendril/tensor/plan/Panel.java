package dev.tendril.tensor.plan;

import java.util.List;

/**
 * Parts of known matrices as one right operand.
 *
 * @param parts in order
 * @param beside whether they stand beside one another, their products in adjoining columns; else one behind the other along the sums
 */
record Panel(List<Weight> parts, boolean beside) {

    /** Length of the sums. */
    int inner() {
        return beside
                ? parts.get(0).innerSize()
                : parts.stream().mapToInt(Weight::innerSize).sum();
    }

    /** Columns of the product. */
    int columns() {
        return beside
                ? parts.stream().mapToInt(Weight::columnCount).sum()
                : parts.get(0).columnCount();
    }
}
