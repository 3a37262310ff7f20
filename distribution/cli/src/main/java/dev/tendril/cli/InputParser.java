package dev.tendril.cli;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Raw;
import dev.tendril.api.model.Input;
import dev.tendril.nlp.reader.json.JsonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns lines into inputs: the line itself if the model has one field, else one JSON object a line with the model's fields as keys
 * and values as {@link JsonValues} reads them.
 */
final class InputParser {
    private final List<String> fields;
    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** For a model that wants these fields. */
    InputParser(List<String> fields) {
        this.fields = List.copyOf(fields);
    }

    /**
     * The input of a line.
     *
     * @throws DataException naming the line if it does not fit
     */
    Input parse(InputLines.Line line) {
        if (fields.size() == 1) {
            return Input.text(fields.get(0), line.text());
        }
        JsonNode object = object(line);
        Map<String, Raw> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!fields.contains(entry.getKey())) {
                throw refused(line, "the key '" + entry.getKey() + "' is no field of the model");
            }
            JsonValues.raw(entry.getValue(), problem -> refused(line, "the field '" + entry.getKey() + "' " + problem))
                    .ifPresent(value -> values.put(entry.getKey(), value));
        }
        for (String field : fields) {
            if (!values.containsKey(field)) {
                throw refused(line, "the field '" + field + "' is missing");
            }
        }
        return new Input(values);
    }

    private JsonNode object(InputLines.Line line) {
        try {
            JsonNode node = json.readTree(line.text());
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException malformed) {
            throw new DataException(
                    line.origin(), "is not JSON: " + malformed.getOriginalMessage() + wanted(), malformed);
        }
        throw refused(line, "is no JSON object");
    }

    private DataException refused(InputLines.Line line, String problem) {
        return new DataException(line.origin(), problem + wanted());
    }

    private String wanted() {
        return "; want one JSON object a line with the keys " + String.join(", ", fields);
    }
}
