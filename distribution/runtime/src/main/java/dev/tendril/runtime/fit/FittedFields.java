package dev.tendril.runtime.fit;

import dev.tendril.api.data.Vocabulary;
import dev.tendril.nlp.batching.EncodedDataSet;
import dev.tendril.nlp.batching.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All fields of a model once the training split was seen. Immutable.
 *
 * @param fields by name, in the order of the model file
 */
public record FittedFields(Map<String, FittedField> fields) {
    public FittedFields {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A field that exists. */
    public FittedField get(String name) {
        FittedField field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("no field '" + name + "' among " + fields.keySet());
        }
        return field;
    }

    /** The vocabularies, by field that has one. */
    public Map<String, Vocabulary> vocabularies() {
        Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
        fields.forEach((name, field) ->
                field.codec().vocabulary().ifPresent(vocabulary -> vocabularies.put(name, vocabulary)));
        return vocabularies;
    }

    /** What the symbols of the checked model stand for: {@code V(field)}. */
    public Map<String, Long> sizes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        vocabularies().forEach((name, vocabulary) -> sizes.put("V(" + name + ")", (long) vocabulary.size()));
        return sizes;
    }

    /** The fields as data sets encode them; the references of some are kept. */
    public List<Field> encoders(Collection<String> references) {
        return fields.entrySet().stream()
                .map(field -> new Field(
                        field.getKey(),
                        field.getValue().place().source(),
                        field.getValue().codec(),
                        field.getValue().place().along(),
                        references.contains(field.getKey())))
                .toList();
    }

    /** The same with the lengths of a training split. */
    FittedFields measured(EncodedDataSet training) {
        Map<String, FittedField> measured = new LinkedHashMap<>(fields);
        measured.replaceAll((name, field) ->
                field instanceof FittedField.Text text ? text.withLongest(longest(training, name)) : field);
        return new FittedFields(measured);
    }

    private static int longest(EncodedDataSet data, String field) {
        int longest = 0;
        for (int example = 0; example < data.size(); example++) {
            longest = Math.max(longest, data.length(field, example));
        }
        return longest;
    }
}
