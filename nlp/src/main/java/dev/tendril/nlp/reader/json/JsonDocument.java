package dev.tendril.nlp.reader.json;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.nlp.reader.DataFile;
import dev.tendril.nlp.reader.OpenFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** The examples of one document, read element by element; what stands around their array is only checked to be JSON. */
final class JsonDocument implements OpenFile {
    private final DataFile file;
    private final JsonParser parser;
    private final List<String> path;
    private boolean started;
    private boolean ended;
    private long examples;

    /** Takes over a parser that has read nothing. */
    JsonDocument(DataFile file, JsonParser parser, List<String> path) {
        this.file = file;
        this.parser = parser;
        this.path = path;
    }

    @Override
    public @Nullable Example next() {
        try {
            if (!started) {
                started = true;
                ended = parser.nextToken() == null;
                if (!ended) {
                    new JsonPath(parser, path, this::where).enterArray();
                }
            }
            return ended ? null : element();
        } catch (JacksonException malformed) {
            throw new DataException(
                    file.at(
                            malformed.getLocation() == null
                                    ? line()
                                    : malformed.getLocation().getLineNr()),
                    "the document is not JSON: " + StrictJson.problem(malformed) + "; correct it, or fetch it again",
                    malformed);
        }
    }

    private @Nullable Example element() {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            ended = true;
            finish();
            return null;
        }
        examples++;
        String where = where() + " (example " + examples + ")";
        JsonNode value = parser.readValueAsTree();
        return JsonExample.of(value, where);
    }

    /** Reads on to the end, so that a document that is cut off is no shorter one. */
    private void finish() {
        while (!parser.streamReadContext().inRoot()) {
            parser.nextToken();
        }
        if (parser.nextToken() != null) {
            throw new DataException(
                    where(), "the document goes on behind its end; a file holds one, a line each is read by jsonl");
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    @Override
    public String where() {
        return file.at(line());
    }

    @Override
    public void close() {
        parser.close();
    }
}
