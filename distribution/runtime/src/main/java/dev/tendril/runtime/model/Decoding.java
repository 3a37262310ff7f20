package dev.tendril.runtime.model;

import dev.tendril.api.decoding.Search;

/**
 * How sequences are searched for.
 *
 * @param search the search
 * @param results candidates a sequence
 * @param seed of sampling
 * @param continuing whether a head that generates from nothing continues the text at its target, instead of generating from the start
 */
record Decoding(Search search, int results, long seed, boolean continuing) {}
