package dev.tendril.nlp.reader.json;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as data hold it: every key of an object once. */
final class StrictJson {
    /** A place in a text that Jackson does not show. */
    private static final Pattern HIDDEN_PLACE = Pattern.compile(" \\(start marker at \\[[^]]*]\\)");

    private StrictJson() {}

    /** Reads values, whatever stands behind them. */
    static JsonMapper mapper() {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** What is wrong with a text, without its place. */
    static String problem(JacksonException malformed) {
        return HIDDEN_PLACE.matcher(malformed.getOriginalMessage()).replaceAll("");
    }
}
