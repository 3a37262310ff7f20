package dev.tendril.benchmarks.compare;

/**
 * What the steps of a slice took.
 *
 * @param seconds of one of them, on average
 * @param processors how many were busy for the process, on average
 */
record Slice(double seconds, double processors) {}
