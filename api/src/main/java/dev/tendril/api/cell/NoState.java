package dev.tendril.api.cell;

/** The state of what remembers nothing. */
public record NoState() implements CellState {}
