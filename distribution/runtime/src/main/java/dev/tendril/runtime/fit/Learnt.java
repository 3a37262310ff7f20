package dev.tendril.runtime.fit;

import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Transform;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.runtime.fit.FittedComponents.Made;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.VocabularySpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the components of all fields learnt, by field.
 *
 * @param tokenizers of the fields of text
 * @param vocabularies of the fields that do not share another's
 * @param transforms of the fields of numbers that have one
 * @param longest tokens of the longest training text, of the fields of text
 */
record Learnt(
        Map<String, Made<Tokenizer>> tokenizers,
        Map<String, Vocabulary> vocabularies,
        Map<String, Made<Transform>> transforms,
        Map<String, Integer> longest) {

    static Learnt nothing() {
        return new Learnt(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** The vocabulary of a field, its own or another's. */
    Vocabulary vocabulary(String name, VocabularySpec spec) {
        String owner = spec instanceof VocabularySpec.Shared shared ? shared.field() : name;
        return Objects.requireNonNull(vocabularies.get(owner), owner);
    }

    Made<Tokenizer> tokenizer(String name) {
        return Objects.requireNonNull(tokenizers.get(name), name);
    }

    /** Whether a field's tokens or labels belong to the vocabulary of a field. */
    static boolean uses(String name, FieldSpec field, String owner) {
        return name.equals(owner)
                || field.vocabulary()
                        .filter(VocabularySpec.Shared.class::isInstance)
                        .map(shared -> ((VocabularySpec.Shared) shared).field())
                        .filter(owner::equals)
                        .isPresent();
    }

    /** Whether a field has a vocabulary that is not another's. */
    static boolean owns(DataSpec spec, String name) {
        FieldSpec field = spec.fields().get(name);
        return field != null
                && field.vocabulary()
                        .filter(VocabularySpec.Own.class::isInstance)
                        .isPresent();
    }
}
