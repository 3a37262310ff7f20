package dev.tendril.tensor;

import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.plan.Run;
import dev.tendril.tensor.plan.StepRows;

/**
 * Between tensors [B, T, ...] and the order of a plan: row after row, step after step.
 *
 * @param rows which rows run at which step
 * @param steps T
 * @param reversed whether step 0 of a row is its last
 */
record Places(StepRows rows, int steps, boolean reversed) {

    /** Takes what is there, padding excepted, into the order of the plan. */
    void gather(Array from, Storage to, int width) {
        for (int step = 0; step < rows.steps(); step++) {
            for (int row = 0; row < rows.live(step); row++) {
                from.storage()
                        .copyTo(from.at() + place(step, row) * width, to, (rows.start(step) + row) * width, width);
            }
        }
    }

    /** Puts a result of a plan where it belongs, zeros into the padding. */
    void scatter(Run run, int result, Array to, int width) {
        for (int row = 0; row < rows.rows(); row++) {
            int padding = rows.original(row) * steps + rows.length(row);
            to.storage().fill(to.at() + padding * width, (steps - rows.length(row)) * width, 0);
        }
        Storage from = run.steps(result);
        int rowStep = run.stepsRowStep(result);
        for (int step = 0; step < rows.steps(); step++) {
            int at = run.stepsAt(result, step);
            for (int row = 0; row < rows.live(step); row++) {
                from.copyTo(at + row * rowStep, to.storage(), to.at() + place(step, row) * width, width);
            }
        }
    }

    private int place(int step, int row) {
        return rows.original(row) * steps + (reversed ? rows.length(row) - 1 - step : step);
    }
}
