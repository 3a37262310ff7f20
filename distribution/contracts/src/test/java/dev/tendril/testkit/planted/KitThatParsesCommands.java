package dev.tendril.testkit.planted;

import picocli.CommandLine;

/** A violation on purpose: the test kit sees the command line's library. */
public record KitThatParsesCommands(CommandLine commandLine) {}
