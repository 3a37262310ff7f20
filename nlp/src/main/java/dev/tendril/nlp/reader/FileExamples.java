package dev.tendril.nlp.reader;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The examples of some files, one file open at a time. A file without an example is an error. */
public final class FileExamples implements ExampleStream {
    private final Iterator<DataFile> files;
    private final Function<DataFile, OpenFile> opener;
    private @Nullable OpenFile file;
    private @Nullable Example next;
    private boolean found;

    /**
     * Opens the first.
     *
     * @param files in order, at least one
     * @param opener opens each when it is its turn
     */
    public FileExamples(List<DataFile> files, Function<DataFile, OpenFile> opener) {
        this.files = files.iterator();
        this.opener = opener;
        this.file = opener.apply(this.files.next());
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
        if (file != null) {
            file.close();
        }
        file = null;
        next = null;
    }

    private @Nullable Example peek() {
        while (next == null && file != null) {
            advance(file);
        }
        return next;
    }

    private void advance(OpenFile open) {
        next = open.next();
        if (next != null) {
            found = true;
            return;
        }
        if (!found) {
            throw new DataException(open.where(), "the file ends without an example; fill it or leave it out");
        }
        open.close();
        file = files.hasNext() ? opener.apply(files.next()) : null;
        found = false;
    }
}
