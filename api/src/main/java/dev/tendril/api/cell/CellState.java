package dev.tendril.api.cell;

import dev.tendril.api.PluginImplemented;

/**
 * The state of a recurrence. Over a step each of its tensors is one of three kinds, seen from what the step does: <em>carried</em>
 * (a new tensor each step), <em>constant</em> (the step returns the very tensor it got, such as an attention's memory), or
 * <em>growing</em> (the step appends to it with {@link dev.tendril.api.tensor.Tensor#append}, such as a key–value cache).
 */
@PluginImplemented
public interface CellState extends State {}
