package dev.tendril.benchmarks.compare;

/**
 * How long is timed.
 *
 * @param forks how often all processes are started anew, since what a JVM makes of a program differs from one to the next
 * @param count rounds, in each of which every contestant has one slice
 * @param seconds of a slice
 * @param warmUp seconds of every contestant before the first round
 */
public record Rounds(int forks, int count, double seconds, double warmUp) {}
