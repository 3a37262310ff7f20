package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Tokenizer;

/**
 * Registers a tokenizer, which may learn from the training split.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface TokenizerProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes what fits and builds it; {@link Fitted#constant} for a tokenizer that learns nothing. */
    Fitted<?, String, Tokenizer> create(P parameters);
}
