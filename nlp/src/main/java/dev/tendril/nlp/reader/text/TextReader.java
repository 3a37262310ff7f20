package dev.tendril.nlp.reader.text;

import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.DataFile;
import dev.tendril.nlp.reader.FileExamples;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whole files, or consecutive parts of them, under the keys {@code text} and {@code 1}. */
final class TextReader implements Reader {
    private final List<DataFile> files;
    private final TextParameters parameters;

    TextReader(List<DataFile> files, TextParameters parameters) {
        this.files = files;
        this.parameters = parameters;
    }

    @Override
    public Optional<Set<String>> keys() {
        return Optional.of(Set.of("text", "1"));
    }

    @Override
    public ExampleStream open() {
        return new FileExamples(files, file -> new TextParts(file, parameters));
    }
}
