package dev.tendril.nlp.reader;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The examples of some files, one line each, one file open at a time. A file without an example is an error. */
final class FileExamples implements ExampleStream {
    private final Iterator<DataFile> files;
    private final LineParser parser;
    private @Nullable Lines lines;
    private @Nullable Example next;
    private long found;

    FileExamples(List<DataFile> files, LineParser parser) {
        this.files = files.iterator();
        this.parser = parser;
        this.lines = this.files.next().open();
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
        if (lines != null) {
            lines.close();
        }
        lines = null;
        next = null;
    }

    private @Nullable Example peek() {
        while (next == null && lines != null) {
            advance(lines);
        }
        return next;
    }

    private void advance(Lines open) {
        String line = open.next();
        if (line != null) {
            next = parser.parse(line, open.where(), open.number() == 1);
            found += next == null ? 0 : 1;
            return;
        }
        if (found == 0) {
            throw new DataException(open.where(), "the file ends without an example; fill it or leave it out");
        }
        open.close();
        lines = files.hasNext() ? files.next().open() : null;
        found = 0;
    }
}
