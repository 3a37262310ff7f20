package dev.tendril.nlp.batching;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import dev.tendril.nlp.vocabulary.SpecialTokens;
import java.util.TreeSet;

/** Takes values out of examples, and texts out of values, with messages that say what stands there instead. */
final class RawTexts {
    private RawTexts() {}

    static String text(Raw raw, String where) {
        if (!(raw instanceof Raw.Text text)) {
            throw new DataException(where, "holds numbers where the field wants text");
        }
        if (SpecialTokens.clashes(text.text())) {
            throw new DataException(where, "the text holds NUL (U+0000); remove it");
        }
        return text.text();
    }

    static Raw value(Example example, String key) {
        Raw raw = example.values().get(key);
        if (raw == null) {
            throw new DataException(
                    example.origin(),
                    "there is no '" + key + "' here, only "
                            + new TreeSet<>(example.values().keySet()) + "; name one of these as the field's key");
        }
        return raw;
    }
}
