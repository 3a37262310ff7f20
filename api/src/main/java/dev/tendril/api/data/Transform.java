package dev.tendril.api.data;

import dev.tendril.api.PluginImplemented;

/** Rescales the numbers of a field, and back. Immutable and thread-safe. */
@PluginImplemented
public interface Transform {

    /** The numbers as the model sees them. */
    Raw.Numbers apply(Raw.Numbers numbers);

    /** The numbers as the data has them. */
    Raw.Numbers invert(Raw.Numbers numbers);
}
