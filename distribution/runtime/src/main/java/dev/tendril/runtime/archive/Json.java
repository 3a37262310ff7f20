package dev.tendril.runtime.archive;

import dev.tendril.api.DataException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as archives hold it: trees of plain data, read within bounds, every key once, nothing behind the end. */
final class Json {
    private static final int DEPTH = 64;
    private static final int NAME = 4096;
    private static final int NUMBER = 64;
    private static final int STRING = 4 << 20;
    private static final long TOKENS = 100_000_000;

    private final JsonMapper mapper;

    Json() {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxNameLength(NAME)
                .maxNumberLength(NUMBER)
                .maxStringLength(STRING)
                .maxTokenCount(TOKENS)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(bounds)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
    }

    /** The tree of an entry. */
    JsonNode read(String archive, String entry, ByteBuffer content) {
        String text = Utf8.decode(archive, entry, content);
        try {
            JsonNode tree = mapper.readTree(text);
            if (!tree.isContainer()) {
                throw new DataException(archive, "entry '" + entry + "' holds no JSON object or list");
            }
            return tree;
        } catch (JacksonException malformed) {
            throw new DataException(
                    archive,
                    "entry '" + entry + "' is not the JSON that Tendril writes: " + malformed.getOriginalMessage(),
                    malformed);
        }
    }

    /** A tree as bytes; always the same for the same tree. */
    byte[] write(JsonNode tree) {
        return mapper.writeValueAsString(tree).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }
}
