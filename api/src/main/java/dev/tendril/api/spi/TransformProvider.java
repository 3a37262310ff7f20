package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Transform;

/**
 * Registers a transform of number fields, which may learn from the training split.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface TransformProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes what fits and builds it. */
    Fitted<?, Raw.Numbers, Transform> create(P parameters);

    /**
     * Size of the last axis behind the transform.
     *
     * @param before the size before it
     */
    default int features(P parameters, int before) {
        return before;
    }
}
