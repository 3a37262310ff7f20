package dev.tendril.runtime.planted;

import picocli.CommandLine;

/** A violation on purpose: the runtime sees the command line's library. */
public record RuntimeThatParsesCommands(CommandLine commandLine) {}
