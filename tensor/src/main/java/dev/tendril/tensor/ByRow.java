package dev.tendril.tensor;

import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.plan.StepRows;
import java.util.function.IntUnaryOperator;

/** Between tensors [B, ...] and the order of a plan's rows. */
final class ByRow {
    private ByRow() {}

    /** Writes rows in the order of the plan. */
    static void sort(StepRows rows, Array from, Storage to, int at) {
        int width = rows.rows() == 0 ? 0 : from.elements() / rows.rows();
        for (int row = 0; row < rows.rows(); row++) {
            from.storage().copyTo(from.at() + rows.original(row) * width, to, at + row * width, width);
        }
    }

    /**
     * Writes rows in the order of the tensor.
     *
     * @param place where a row of the plan is
     */
    static void restore(StepRows rows, Storage from, IntUnaryOperator place, Array to) {
        int width = rows.rows() == 0 ? 0 : to.elements() / rows.rows();
        for (int row = 0; row < rows.rows(); row++) {
            from.copyTo(place.applyAsInt(row), to.storage(), to.at() + rows.original(row) * width, width);
        }
    }
}
