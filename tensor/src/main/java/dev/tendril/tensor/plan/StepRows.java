package dev.tendril.tensor.plan;

import java.util.Arrays;

/**
 * Which rows run at which step, longest rows first: step t touches rows 0 to {@code live(t)} only. Rows of all steps lie one behind the
 * other, step after step.
 */
public final class StepRows {
    private final int[] order; // the caller's row, by our row
    private final int[] lengths; // by our row, longest first
    private final int[] live; // by step
    private final int[] start; // by step; the last is the number of all rows of all steps

    private StepRows(int[] order, int[] lengths, int[] live, int[] start) {
        this.order = order;
        this.lengths = lengths;
        this.live = live;
        this.start = start;
    }

    /** Rows of these lengths. */
    public static StepRows of(int... lengths) {
        int[] order = sorted(lengths);
        int[] ordered = new int[lengths.length];
        for (int row = 0; row < order.length; row++) {
            ordered[row] = lengths[order[row]];
        }
        int steps = ordered.length == 0 ? 0 : ordered[0];
        int[] live = new int[steps];
        int[] start = new int[steps + 1];
        int running = ordered.length;
        for (int step = 0; step < steps; step++) {
            while (ordered[running - 1] <= step) {
                running--;
            }
            live[step] = running;
            start[step + 1] = Math.addExact(start[step], running);
        }
        return new StepRows(order, ordered, live, start);
    }

    /** Rows by length, longest first; rows of one length in the caller's order. */
    private static int[] sorted(int... lengths) {
        long[] keys = new long[lengths.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = ((long) (Integer.MAX_VALUE - lengths[row]) << 32) | row;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int row = 0; row < order.length; row++) {
            order[row] = (int) keys[row];
        }
        return order;
    }

    /** Number of rows. */
    public int rows() {
        return order.length;
    }

    /** Number of steps of the longest row. */
    public int steps() {
        return live.length;
    }

    /** Number of rows of all steps together. */
    public int total() {
        return start[live.length];
    }

    /** Rows that run at a step. */
    public int live(int step) {
        return live[step];
    }

    /** Where the rows of a step start among those of all steps. */
    public int start(int step) {
        return start[step];
    }

    /** Steps of one of our rows. */
    public int length(int row) {
        return lengths[row];
    }

    /** The caller's row behind one of ours. */
    public int original(int row) {
        return order[row];
    }

    /** Whether our rows are in the caller's order. */
    public boolean inOrder() {
        for (int row = 0; row < order.length; row++) {
            if (order[row] != row) {
                return false;
            }
        }
        return true;
    }

    /** Whether all rows have the same number of steps. */
    public boolean allEqual() {
        return rows() == 0 || lengths[0] == lengths[rows() - 1];
    }

    /** Cuts the rows into ranges that take about as many steps each: the border before each part, and the end. */
    int[] shares(int parts) {
        int[] borders = new int[parts + 1];
        long sum = 0;
        int part = 1;
        for (int row = 0; row < rows(); row++) {
            sum += lengths[row];
            while (part < parts && sum * parts >= (long) part * total()) {
                borders[part++] = row + 1;
            }
        }
        Arrays.fill(borders, part, parts + 1, rows());
        return borders;
    }
}
