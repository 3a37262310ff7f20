package dev.tendril.tensor.plan;

/** When something is computed. */
enum Phase {
    /** Once, for all rows together. */
    SHARED,
    /** Once for every row. */
    ROWS,
    /** For all steps at once, before the loop. */
    BEFORE,
    /** Step by step. */
    LOOP,
    /** For all steps at once, after the loop. */
    AFTER,
    /** Once, from what all steps have left. */
    FINALLY
}
