package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;

/**
 * Registers an attention.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface AttentionProvider<P extends Record> extends ComponentProvider<P> {
    /** Features of the context vector; those of the memory by default. */
    default int outputSize(P parameters, int querySize, int memorySize) {
        return memorySize;
    }

    /** Makes it. */
    Attention<?, ?> create(P parameters, AttentionContext context);
}
