package dev.tendril.api.cell;

import java.util.List;

/**
 * How an engine runs a cell, for people. The lines are no format: they may change with every release.
 *
 * @param cell the class of the cell
 * @param place what the paths of all parameters that a step reads begin with, such as {@code encoder.forward}; empty if nothing
 * @param training whether noise is drawn
 * @param recording whether what gradients need is kept
 * @param forwards the plan of the step, line by line; empty if the cell is run step by step
 * @param backwards the plan of its gradients for each choice of tensors that gradients have been asked for so far
 * @param reason why the cell is run step by step, without a plan; empty if it is planned
 */
public record CellPlan(
        Class<?> cell,
        String place,
        boolean training,
        boolean recording,
        List<String> forwards,
        List<List<String>> backwards,
        String reason) {
    public CellPlan {
        forwards = List.copyOf(forwards);
        backwards = backwards.stream().map(List::copyOf).toList();
    }

    /** Whether the cell has a plan; else it is run step by step, for the {@link #reason}. */
    public boolean planned() {
        return reason.isEmpty();
    }
}
