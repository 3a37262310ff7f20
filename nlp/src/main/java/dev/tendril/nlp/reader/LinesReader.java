package dev.tendril.nlp.reader;

import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One example a line, an empty line included: the text under the keys {@code text} and {@code 1}. */
final class LinesReader implements Reader {
    private final List<DataFile> files;

    LinesReader(List<DataFile> files) {
        this.files = files;
    }

    @Override
    public Optional<Set<String>> keys() {
        return Optional.of(Set.of("text", "1"));
    }

    @Override
    public ExampleStream open() {
        return new FileExamples(
                files,
                file -> new LineExamples(file.open(), (line, where, first) -> {
                    Raw text = new Raw.Text(line);
                    return new Example(Map.of("text", text, "1", text), where);
                }));
    }
}
