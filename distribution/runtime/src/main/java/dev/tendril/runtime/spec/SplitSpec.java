package dev.tendril.runtime.spec;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ComponentRef;
import java.util.List;

/** Where the examples of a split come from. */
public sealed interface SplitSpec {

    /**
     * From readers, one after the other.
     *
     * @param readers at least one
     */
    record Readers(List<ComponentRef<Reader>> readers) implements SplitSpec {
        public Readers {
            readers = List.copyOf(readers);
        }
    }

    /**
     * A share of another split, which loses it.
     *
     * @param of name of the other split
     * @param fraction of its examples, between 0 and 1
     */
    record Share(String of, double fraction) implements SplitSpec {}
}
