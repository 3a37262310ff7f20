package dev.tendril.api.cell;

import dev.tendril.api.PluginImplemented;

/**
 * A record of tensors that is carried from one step to the next. Every component is a
 * {@link dev.tendril.api.tensor.Tensor}, a {@link dev.tendril.api.tensor.Noise}, a {@code State}, or a {@code List} of
 * {@code State}s; the first axis of every tensor is the batch. The record is public, or its package is open to Tendril.
 */
@PluginImplemented
public interface State {}
