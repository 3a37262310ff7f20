package dev.tendril.cli.planted;

import com.google.inject.Injector;

/** A violation on purpose: the command line sees the wiring. */
public record CommandThatWires(Injector injector) {}
