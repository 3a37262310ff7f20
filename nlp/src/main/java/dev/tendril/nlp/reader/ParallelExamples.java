package dev.tendril.nlp.reader;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The pairs of lines of two files, both open at once. An example's place is that of its source. */
final class ParallelExamples implements ExampleStream {
    private final Lines source;
    private final Lines target;
    private @Nullable Example next;
    private boolean ended;

    ParallelExamples(DataFile source, DataFile target) {
        this.source = source.open();
        try {
            this.target = target.open();
        } catch (DataException failure) {
            this.source.close();
            throw failure;
        }
    }

    @Override
    public boolean hasNext() {
        return peek() != null;
    }

    @Override
    public Example next() {
        Example example = peek();
        if (example == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return example;
    }

    @Override
    public void close() {
        ended = true;
        next = null;
        try (source) {
            target.close();
        }
    }

    private @Nullable Example peek() {
        if (next == null && !ended) {
            String from = source.next();
            String to = target.next();
            if (from == null || to == null) {
                checkEnd(from != null, to != null);
                close();
            } else {
                next = new Example(Map.of("source", new Raw.Text(from), "target", new Raw.Text(to)), source.where());
            }
        }
        return next;
    }

    private void checkEnd(boolean sourceGoesOn, boolean targetGoesOn) {
        if (sourceGoesOn || targetGoesOn) {
            Lines shorter = sourceGoesOn ? target : source;
            Lines longer = sourceGoesOn ? source : target;
            throw new DataException(
                    shorter.where(),
                    "the file ends before this line, which " + longer.where()
                            + " has; give both files one line for each example");
        }
        if (source.number() == 1) {
            throw new DataException(source.where(), "the file ends without an example; fill it or leave it out");
        }
    }
}
