package dev.tendril.api.data;

import dev.tendril.api.PluginImplemented;
import java.util.Iterator;

/** The examples of a data set, one after the other; larger than memory if need be. Closing releases the file behind it. */
@PluginImplemented
public interface ExampleStream extends Iterator<Example>, AutoCloseable {
    @Override
    void close();

    /** A stream over examples already in memory. */
    static ExampleStream of(Iterable<Example> examples) {
        Iterator<Example> iterator = examples.iterator();
        return new ExampleStream() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public Example next() {
                return iterator.next();
            }

            @Override
            public void close() {}
        };
    }
}
