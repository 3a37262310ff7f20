package dev.tendril.nlp.reader.json;

import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.DataFile;
import dev.tendril.nlp.reader.FileExamples;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The examples of JSON documents, each an element of an array. */
final class JsonReader implements Reader {
    private final List<DataFile> files;
    private final List<String> path;
    private final JsonMapper json = StrictJson.mapper();

    JsonReader(List<DataFile> files, List<String> path) {
        this.files = files;
        this.path = path;
    }

    @Override
    public Optional<Set<String>> keys() {
        return Optional.empty();
    }

    @Override
    public ExampleStream open() {
        return new FileExamples(files, file -> new JsonDocument(file, json.createParser(file.text()), path));
    }
}
