package dev.tendril.api.spi;

/** The parameters of a component that has none. */
public record NoParameters() {}
