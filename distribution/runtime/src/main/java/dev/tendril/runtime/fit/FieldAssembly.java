package dev.tendril.runtime.fit;

import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.nlp.batching.LabelCodec;
import dev.tendril.nlp.batching.TextCodec;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.VocabularySpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Puts the fields of a model together from what each part learnt. */
final class FieldAssembly {
    private FieldAssembly() {}

    /**
     * The fields.
     *
     * @param tokenizers of the text fields
     * @param owned vocabulary of every field that does not share another's
     * @param longest tokens of the longest training text, where known
     */
    static FittedFields of(
            DataSpec spec,
            Map<String, FittedComponents.Made<Tokenizer>> tokenizers,
            Map<String, Vocabulary> owned,
            Map<String, Integer> longest) {
        Map<String, FittedField> fields = new LinkedHashMap<>();
        spec.fields().forEach((name, field) -> {
            String owner = field.vocabulary() instanceof VocabularySpec.Shared shared ? shared.field() : name;
            Vocabulary vocabulary = Objects.requireNonNull(owned.get(owner), owner);
            if (field instanceof FieldSpec.TextField text) {
                FittedComponents.Made<Tokenizer> tokenizer = Objects.requireNonNull(tokenizers.get(name), name);
                TextCodec codec = new TextCodec(tokenizer.component(), vocabulary);
                fields.put(
                        name,
                        new FittedField.Text(text.key(), tokenizer.state(), codec, longest.getOrDefault(name, 0)));
            } else {
                fields.put(name, new FittedField.Label(field.key(), new LabelCodec(vocabulary)));
            }
        });
        return new FittedFields(fields);
    }
}
