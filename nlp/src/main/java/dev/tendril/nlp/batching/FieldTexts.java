package dev.tendril.nlp.batching;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import dev.tendril.api.data.Tokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Function;

/**
 * The texts under some keys of a data set, example by example, as what is fitted reads them; larger than memory if need be. Every
 * iteration reads the data anew. Closing releases the files of iterations that did not reach the end. Used by one thread.
 */
public final class FieldTexts implements Iterable<String>, AutoCloseable {
    private final Reader reader;
    private final List<String> keys;
    private final CancellationToken cancellation;
    private final List<ExampleStream> open = new ArrayList<>();

    /**
     * The texts of a reader.
     *
     * @param keys of the texts, several for fields that share a vocabulary
     * @param cancellation stops the reading
     */
    public FieldTexts(Reader reader, List<String> keys, CancellationToken cancellation) {
        this.reader = reader;
        this.keys = List.copyOf(keys);
        this.cancellation = cancellation;
    }

    @Override
    public Iterator<String> iterator() {
        ExampleStream stream = reader.open();
        open.add(stream);
        return new Texts(stream);
    }

    /** Their tokens. */
    public Iterable<List<String>> tokens(Tokenizer tokenizer) {
        return mapped(tokenizer::tokenize);
    }

    /** Each text whole, as a list of one: labels. */
    public Iterable<List<String>> labels() {
        return mapped(List::of);
    }

    private Iterable<List<String>> mapped(Function<String, List<String>> cut) {
        return () -> new Iterator<>() {
            private final Iterator<String> texts = iterator();

            @Override
            public boolean hasNext() {
                return texts.hasNext();
            }

            @Override
            public List<String> next() {
                return cut.apply(texts.next());
            }
        };
    }

    @Override
    public void close() {
        open.forEach(ExampleStream::close);
        open.clear();
    }

    private final class Texts implements Iterator<String> {
        private final ExampleStream stream;
        private final Queue<String> pending = new ArrayDeque<>();
        private boolean ended;

        Texts(ExampleStream stream) {
            this.stream = stream;
        }

        @Override
        public boolean hasNext() {
            while (pending.isEmpty() && !ended && stream.hasNext()) {
                cancellation.throwIfCancelled();
                Example example = stream.next();
                keys.forEach(key -> pending.add(RawTexts.text(RawTexts.value(example, key), example.origin())));
            }
            if (pending.isEmpty() && !ended) {
                ended = true;
                stream.close();
                open.remove(stream);
            }
            return !pending.isEmpty();
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return pending.remove();
        }
    }
}
