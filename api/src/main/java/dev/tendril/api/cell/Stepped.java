package dev.tendril.api.cell;

import dev.tendril.api.tensor.Tensor;

/**
 * What one step of a cell gives.
 *
 * @param output what the cell shows, [B, O]
 * @param state the state after the step
 * @param <S> the state
 */
public record Stepped<S extends CellState>(Tensor output, S state) {}
