package dev.tendril.runtime.check;

import dev.tendril.api.spi.VocabularyProvider;
import dev.tendril.runtime.check.FieldForms.FramesForm;
import dev.tendril.runtime.check.FieldForms.LabelForm;
import dev.tendril.runtime.check.FieldForms.LabelsForm;
import dev.tendril.runtime.check.FieldForms.NumbersForm;
import dev.tendril.runtime.check.FieldForms.TextForm;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.VocabularySpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A type of field.
 *
 * @param form how it is written, besides its vocabulary
 * @param role of its vocabulary; empty if it has none
 * @param make from the form and the vocabulary
 * @param doc one sentence
 */
record FieldType<F extends Record>(
        Class<F> form,
        Optional<VocabularyProvider.Role> role,
        BiFunction<F, Optional<VocabularySpec>, FieldSpec> make,
        String doc) {

    /** All types, by the word for them in a model file. */
    static Map<String, FieldType<?>> all() {
        VocabularyProvider.Role labels = VocabularyProvider.Role.LABELS;
        Map<String, FieldType<?>> types = new LinkedHashMap<>();
        types.put(
                "text",
                coded(TextForm.class, VocabularyProvider.Role.TOKENS, FieldForms::text, "A sequence of tokens."));
        types.put("label", coded(LabelForm.class, labels, FieldForms::label, "One of some labels."));
        types.put("labels", coded(LabelsForm.class, labels, FieldForms::labels, "A label for every step."));
        types.put("label_set", coded(LabelForm.class, labels, FieldForms::labelSet, "Any number of labels."));
        types.put(
                "label_sets",
                coded(LabelsForm.class, labels, FieldForms::labelSets, "Any number of labels for every step."));
        types.put("numbers", plain(NumbersForm.class, FieldForms::numbers, "One vector."));
        types.put("frames", plain(FramesForm.class, FieldForms::frames, "A vector for every step."));
        return Collections.unmodifiableMap(types);
    }

    private static <F extends Record> FieldType<F> coded(
            Class<F> form, VocabularyProvider.Role role, BiFunction<F, VocabularySpec, FieldSpec> make, String doc) {
        return new FieldType<>(
                form, Optional.of(role), (given, vocabulary) -> make.apply(given, vocabulary.orElseThrow()), doc);
    }

    private static <F extends Record> FieldType<F> plain(Class<F> form, Function<F, FieldSpec> make, String doc) {
        return new FieldType<>(form, Optional.empty(), (given, none) -> make.apply(given), doc);
    }
}
