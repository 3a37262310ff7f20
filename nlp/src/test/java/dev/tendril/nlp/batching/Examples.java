package dev.tendril.nlp.batching;

import dev.tendril.api.data.Batch;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Examples with a text and a label, in memory, that count how many of their streams are open. */
final class Examples implements Reader {
    private final List<Example> examples = new ArrayList<>();
    private int open;

    Examples with(String text, String label) {
        examples.add(new Example(
                Map.of("text", new Raw.Text(text), "label", new Raw.Text(label)), "data.tsv:" + (examples.size() + 1)));
        return this;
    }

    Examples with(Example example) {
        examples.add(example);
        return this;
    }

    int openStreams() {
        return open;
    }

    @Override
    public Optional<Set<String>> keys() {
        return Optional.of(Set.of("text", "label"));
    }

    @Override
    public ExampleStream open() {
        open++;
        Iterator<Example> iterator = examples.iterator();
        return new ExampleStream() {
            private boolean closed;

            @Override
            public boolean hasNext() {
                return !closed && iterator.hasNext();
            }

            @Override
            public Example next() {
                return iterator.next();
            }

            @Override
            public void close() {
                open -= closed ? 0 : 1;
                closed = true;
            }
        };
    }

    /** The value of a field, which the batch has. */
    static IdSequence ids(Batch batch, String field) {
        if (batch.fields().get(field) instanceof IdSequence ids) {
            return ids;
        }
        throw new AssertionError("no ids in field " + field);
    }
}
