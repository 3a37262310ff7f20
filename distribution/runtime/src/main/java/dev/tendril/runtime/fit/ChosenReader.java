package dev.tendril.runtime.fit;

import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Some examples of a reader.
 *
 * @param whole the reader
 * @param chosen whether the example of a number, from 0, is among them
 */
record ChosenReader(Reader whole, LongPredicate chosen) implements Reader {
    @Override
    public Optional<Set<String>> keys() {
        return whole.keys();
    }

    @Override
    public ExampleStream open() {
        return new ChosenStream(whole.open(), chosen);
    }

    private static final class ChosenStream implements ExampleStream {
        private final ExampleStream stream;
        private final LongPredicate chosen;
        private long number;
        private @Nullable Example ahead;

        ChosenStream(ExampleStream stream, LongPredicate chosen) {
            this.stream = stream;
            this.chosen = chosen;
        }

        @Override
        public boolean hasNext() {
            while (ahead == null && stream.hasNext()) {
                Example example = stream.next();
                if (chosen.test(number++)) {
                    ahead = example;
                }
            }
            return ahead != null;
        }

        @Override
        public Example next() {
            if (!hasNext() || ahead == null) {
                throw new NoSuchElementException();
            }
            Example example = ahead;
            ahead = null;
            return example;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
