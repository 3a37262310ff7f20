package dev.tendril.nlp.reader.json;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.DataFile;
import dev.tendril.nlp.reader.FileExamples;
import dev.tendril.nlp.reader.LineExamples;
import dev.tendril.nlp.reader.Lines;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON value a line, each an example. */
final class JsonlReader implements Reader {
    private final List<DataFile> files;
    private final JsonMapper json = StrictJson.mapper();

    JsonlReader(List<DataFile> files) {
        this.files = files;
    }

    @Override
    public Optional<Set<String>> keys() {
        return Optional.empty();
    }

    @Override
    public ExampleStream open() {
        return new FileExamples(
                files,
                file -> new LineExamples(file.open(Lines.LONGEST_VALUE), (line, where, first) -> example(line, where)));
    }

    private Example example(String line, String where) {
        if (line.isBlank()) {
            throw new DataException(where, "the line is empty; remove it, or write a JSON value");
        }
        try (JsonParser parser = json.createParser(line)) {
            parser.nextToken();
            JsonNode value = parser.readValueAsTree();
            if (parser.nextToken() != null) {
                throw new DataException(
                        where, "the line holds more than one JSON value; write each on a line of its own");
            }
            return JsonExample.of(value, where);
        } catch (JacksonException malformed) {
            throw new DataException(
                    where,
                    "the line is not JSON: " + StrictJson.problem(malformed) + "; write one JSON value a line",
                    malformed);
        }
    }
}
