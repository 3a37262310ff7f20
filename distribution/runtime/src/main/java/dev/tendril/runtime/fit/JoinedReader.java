package dev.tendril.runtime.fit;

import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Readers one after the other; one is opened at a time.
 *
 * @param readers in order
 */
record JoinedReader(List<Reader> readers) implements Reader {
    JoinedReader {
        readers = List.copyOf(readers);
    }

    /** The keys that all of them give. */
    @Override
    public Optional<Set<String>> keys() {
        Set<String> common = null;
        for (Reader reader : readers) {
            Optional<Set<String>> keys = reader.keys();
            if (keys.isEmpty()) {
                return Optional.empty();
            }
            if (common == null) {
                common = new HashSet<>(keys.get());
            }
            common.retainAll(keys.get());
        }
        return Optional.ofNullable(common);
    }

    @Override
    public ExampleStream open() {
        return new JoinedStream(readers.iterator());
    }

    private static final class JoinedStream implements ExampleStream {
        private final Iterator<Reader> rest;
        private @Nullable ExampleStream current;

        JoinedStream(Iterator<Reader> rest) {
            this.rest = rest;
        }

        @Override
        public boolean hasNext() {
            while (current == null || !current.hasNext()) {
                close();
                if (!rest.hasNext()) {
                    return false;
                }
                current = rest.next().open();
            }
            return true;
        }

        @Override
        public Example next() {
            if (!hasNext() || current == null) {
                throw new NoSuchElementException();
            }
            return current.next();
        }

        @Override
        public void close() {
            if (current != null) {
                current.close();
                current = null;
            }
        }
    }
}
