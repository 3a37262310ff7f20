package dev.tendril.api.tensor;

/**
 * What a thread of an engine has computed, so that one can see how work is shared out.
 *
 * @param thread its name; {@code callers} for all threads that called the engine, those that were lent to it among them
 * @param parts operations that it ran, or parts of operations that were cut
 * @param rows steps of rows that it ran in the loops of recurrences, forwards and backwards: a row of 5 steps counts 5
 */
public record ThreadWork(String thread, long parts, long rows) {}
