package dev.tendril.tensor.plan;

/**
 * Where a value is stored.
 *
 * @param buffer holds it
 * @param moment which row of what is carried
 * @param offset place of its first element in a row
 */
record Place(Buffer buffer, Moment moment, int offset) {

    /** Which row of a buffer of what is carried. */
    enum Moment {
        /** What the step before left. */
        BEFORE_STEP,
        /** What this step leaves; also all memory that is not carried. */
        NOW
    }
}
