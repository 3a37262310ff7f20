package dev.tendril.api.data;

import dev.tendril.api.PluginImplemented;
import java.util.Optional;
import java.util.Set;

/** Reads a data set. Immutable: every {@link #open} starts anew and gives the same examples in the same order. */
@PluginImplemented
public interface Reader {

    /** The keys of its examples, if they are known before anything is read. */
    Optional<Set<String>> keys();

    /**
     * Starts reading.
     *
     * @throws dev.tendril.api.DataException if the data cannot be read; also thrown while iterating
     */
    ExampleStream open();
}
