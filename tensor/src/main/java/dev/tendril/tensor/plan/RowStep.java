package dev.tendril.tensor.plan;

/** One operation of a {@link RowProgram}, without memory of its own. */
interface RowStep {

    /** The operation at work in somebody's memory. */
    Running in(Workspace workspace);

    /** What it reads and writes. */
    java.util.List<Access> accesses();

    /** An operation at work. */
    @FunctionalInterface
    interface Running {
        /**
         * Computes some rows.
         *
         * @param step number of the step
         * @param row the first row
         * @param rows how many
         */
        void run(int step, int row, int rows);
    }
}
