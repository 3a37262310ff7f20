package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.data.Reader;

/**
 * Registers a reader.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface ReaderProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it; nothing is read yet. */
    Reader create(P parameters, ReaderContext context);
}
