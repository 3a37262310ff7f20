package dev.tendril.nlp.batching;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.data.Tokenizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;

/**
 * The raw values of a field, example by example, as what is fitted reads them; larger than memory if need be. Every iteration reads the
 * data anew. Closing releases the files of iterations that did not reach the end. Used by one thread.
 */
public final class FieldValues implements AutoCloseable {
    private final Reader reader;
    private final Source source;
    private final CancellationToken cancellation;
    private final List<ExampleStream> open = new ArrayList<>();

    /**
     * The values of a reader.
     *
     * @param source where they stand in an example
     * @param cancellation stops the reading
     */
    public FieldValues(Reader reader, Source source, CancellationToken cancellation) {
        this.reader = reader;
        this.source = source;
        this.cancellation = cancellation;
    }

    /** Texts. */
    public Iterable<String> texts() {
        return as(RawValues::text);
    }

    /** The tokens of texts. */
    public Iterable<List<String>> tokens(Tokenizer tokenizer) {
        return as((raw, where) -> tokenizer.tokenize(RawValues.text(raw, where)));
    }

    /** One label each, as a list of one. */
    public Iterable<List<String>> label() {
        return as((raw, where) -> List.of(RawValues.label(raw, where)));
    }

    /** Labels of the steps. */
    public Iterable<List<String>> labels() {
        return as(RawValues::labels);
    }

    /** The labels of one set each. */
    public Iterable<List<String>> labelSet() {
        return as((raw, where) -> List.copyOf(RawValues.set(raw, where)));
    }

    /** The labels of the sets of all steps. */
    public Iterable<List<String>> labelSets() {
        return as((raw, where) ->
                RawValues.sets(raw, where).stream().flatMap(set -> set.stream()).toList());
    }

    /** Numbers in a layout. */
    public Iterable<Raw.Numbers> numbers(NumbersCodec.Layout layout) {
        return as(layout::read);
    }

    private <T> Iterable<T> as(BiFunction<Raw, String, T> read) {
        return () -> {
            ExampleStream stream = reader.open();
            open.add(stream);
            return new Values<>(stream, read);
        };
    }

    @Override
    public void close() {
        open.forEach(ExampleStream::close);
        open.clear();
    }

    private final class Values<T> implements Iterator<T> {
        private final ExampleStream stream;
        private final BiFunction<Raw, String, T> read;
        private boolean ended;

        Values(ExampleStream stream, BiFunction<Raw, String, T> read) {
            this.stream = stream;
            this.read = read;
        }

        @Override
        public boolean hasNext() {
            if (ended) {
                return false;
            }
            cancellation.throwIfCancelled();
            if (!stream.hasNext()) {
                ended = true;
                stream.close();
                open.remove(stream);
            }
            return !ended;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Example example = stream.next();
            return read.apply(source.value(example), example.origin());
        }
    }
}
