package dev.tendril.tensor.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What a recurrence is asked for.
 *
 * @param next what becomes of each carried value
 * @param perStep values wanted for every step
 * @param sums values wanted once: sums over all steps of each row, or over all rows
 */
record Results(List<Value> next, List<Value> perStep, List<Value> sums) {
    List<Value> all() {
        List<Value> all = new ArrayList<>(next);
        all.addAll(perStep);
        all.addAll(sums);
        return all;
    }
}
