package dev.tendril.benchmarks.compare;

/**
 * How long is timed.
 *
 * @param count rounds, in each of which every contestant has one slice
 * @param seconds of a slice
 * @param warmUp seconds of every contestant before the first round
 */
public record Rounds(int count, double seconds, double warmUp) {}
