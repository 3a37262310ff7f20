package dev.tendril.runtime.model;

import dev.tendril.api.decoding.Search;

/**
 * How sequences are searched for.
 *
 * @param search the search
 * @param results candidates a sequence
 * @param seed of sampling
 */
record Decoding(Search search, int results, long seed) {}
