package dev.tendril.api.data;

import dev.tendril.api.PluginImplemented;

/** Rescales the numbers of a field, and back. Immutable and thread-safe. */
@PluginImplemented
public interface Transform {

    /** The numbers as the model sees them. */
    Raw.Numbers apply(Raw.Numbers numbers);

    /** The numbers as the data has them. */
    Raw.Numbers invert(Raw.Numbers numbers);

    /** Size of the last axis after {@link #apply}, given the size before. */
    int features(int before);
}
