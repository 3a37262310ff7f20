package dev.tendril.tensor.plan;

/** Where numbers live, and for how long. */
enum Memory {
    /** A row for every row and step that runs, step after step. */
    STEPS,
    /** What is carried forwards: a row for every row before the first step, then one for every row and step that runs. */
    CARRIED,
    /** What is carried backwards: two rows for every row, read and written in turn. */
    TURNS,
    /** A row for every row. */
    ROWS,
    /** For all rows together. */
    SHARED,
    /** Rows of the block that a program is working on. */
    BLOCK
}
