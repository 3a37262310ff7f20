package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.decoding.Search;

/**
 * Registers a search for good sequences.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface SearchProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it. */
    Search create(P parameters);
}
