package dev.tendril.tensor.plan;

import java.util.List;

/**
 * The equations of one step.
 *
 * @param equations where the values are written down
 * @param carried values left by the step before, in order; origin {@link Origin.Carried}
 * @param next what becomes of each
 * @param output what the step shows
 */
public record Step(Equations equations, List<Value> carried, List<Value> next, Value output) {}
