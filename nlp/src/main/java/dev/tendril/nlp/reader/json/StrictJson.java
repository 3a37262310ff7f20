package dev.tendril.nlp.reader.json;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as data hold it: every key of an object once. */
final class StrictJson {
    private StrictJson() {}

    /** For values that end with their text. */
    static JsonMapper values() {
        return strict().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    }

    /** For values inside a document. */
    static JsonMapper parts() {
        return strict().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    }

    private static JsonMapper.Builder strict() {
        return JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }
}
