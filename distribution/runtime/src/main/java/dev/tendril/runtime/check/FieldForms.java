package dev.tendril.runtime.check;

import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Transform;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.NumbersSpec;
import dev.tendril.runtime.spec.StepsSpec;
import dev.tendril.runtime.spec.VocabularySpec;
import java.util.List;
import java.util.Optional;

/**
 * How each type of field is written, besides its vocabulary: a record for each form, the way from a form to the field, and the way back. A
 * new key of a type goes into its record, and into both ways.
 */
final class FieldForms {
    private FieldForms() {}

    /**
     * A field of text.
     *
     * @param key the reader's key
     * @param tokenizer cuts the text
     * @param along the field whose time axis it has
     * @param skipFirst tokens left out at the beginning
     * @param skipLast tokens left out at the end
     */
    record TextForm(
            @Param("The reader's key: a column's number or name.")
            String key,

            @Param("What cuts the text into tokens.") ComponentRef<Tokenizer> tokenizer,

            @Param("The field whose time axis it has: both have one for every step.")
            Optional<String> along,

            @Param("How many tokens are left out at the beginning.") @Default("0") @Range(min = 0)
            int skipFirst,

            @Param("How many tokens are left out at the end.") @Default("0") @Range(min = 0)
            int skipLast) {}

    /**
     * A field of one label, or of one set of labels.
     *
     * @param key the reader's key
     */
    record LabelForm(
            @Param("The reader's key: a column's number or name.")
            String key) {}

    /**
     * A field of a label, or of a set of labels, for every step.
     *
     * @param key the reader's key
     * @param keys several of them
     * @param along the field whose time axis it has
     * @param skipFirst steps left out at the beginning
     * @param skipLast steps left out at the end
     */
    record LabelsForm(
            @Param("The reader's key: a column's number or name.")
            Optional<String> key,

            @Param("Several of the reader's keys, whose labels stand one after the other; 2..61 are columns 2 to 61.")
            @Default("[]")
            List<String> keys,

            @Param("The field whose time axis it has: both have one for every step.")
            Optional<String> along,

            @Param("How many steps are left out at the beginning.") @Default("0") @Range(min = 0)
            int skipFirst,

            @Param("How many steps are left out at the end.") @Default("0") @Range(min = 0)
            int skipLast) {
        LabelsForm {
            FieldKeys.check(key, keys);
        }
    }

    /**
     * A field of one vector.
     *
     * @param key the reader's key
     * @param keys several of them
     * @param size numbers of the vector
     * @param transform rescales them
     * @param naive the reader's key of a naive forecast
     * @param scale the reader's key of what errors are measured in
     */
    record NumbersForm(
            @Param("The reader's key: a column's number or name.")
            Optional<String> key,

            @Param("Several of the reader's keys, whose numbers stand one after the other; 1..16 are columns 1 to 16.")
            @Default("[]")
            List<String> keys,

            @Param("How many numbers a vector has.") @Range(min = 1)
            int size,

            @Param("What rescales them for the model, and the model's numbers back.")
            Optional<ComponentRef<Transform>> transform,

            @Param("The reader's key of a naive forecast of the same numbers, to judge by.")
            Optional<String> naive,

            @Param("The reader's key of what the errors of the numbers are measured in, to judge by.")
            Optional<String> scale) {
        NumbersForm {
            FieldKeys.check(key, keys);
        }

        NumbersSpec spec() {
            return numbers(key, keys, size, transform, naive, scale);
        }
    }

    /**
     * A field of a vector for every step.
     *
     * @param key the reader's key
     * @param keys several of them
     * @param size numbers of a vector
     * @param transform rescales them
     * @param naive the reader's key of a naive forecast
     * @param scale the reader's key of what errors are measured in
     * @param along the field whose time axis it has
     * @param skipFirst steps left out at the beginning
     * @param skipLast steps left out at the end
     */
    record FramesForm(
            @Param("The reader's key: a column's number or name.")
            Optional<String> key,

            @Param("Several of the reader's keys, whose numbers stand one after the other; 1..16 are columns 1 to 16.")
            @Default("[]")
            List<String> keys,

            @Param("How many numbers the vector of a step has.") @Range(min = 1)
            int size,

            @Param("What rescales them for the model, and the model's numbers back.")
            Optional<ComponentRef<Transform>> transform,

            @Param("The reader's key of a naive forecast of the same numbers, to judge by.")
            Optional<String> naive,

            @Param("The reader's key of what the errors of the numbers are measured in, to judge by.")
            Optional<String> scale,

            @Param("The field whose time axis it has: both have one for every step.")
            Optional<String> along,

            @Param("How many steps are left out at the beginning.") @Default("0") @Range(min = 0)
            int skipFirst,

            @Param("How many steps are left out at the end.") @Default("0") @Range(min = 0)
            int skipLast) {
        FramesForm {
            FieldKeys.check(key, keys);
        }

        NumbersSpec spec() {
            return numbers(key, keys, size, transform, naive, scale);
        }
    }

    private static NumbersSpec numbers(
            Optional<String> key,
            List<String> keys,
            int size,
            Optional<ComponentRef<Transform>> transform,
            Optional<String> naive,
            Optional<String> scale) {
        return new NumbersSpec(FieldKeys.all(key, keys), size, transform, naive, scale);
    }

    // ---- from forms to fields ----

    static FieldSpec text(TextForm form, VocabularySpec ids) {
        return new FieldSpec.TextField(
                form.key(), form.tokenizer(), ids, new StepsSpec(form.along(), form.skipFirst(), form.skipLast()));
    }

    static FieldSpec label(LabelForm form, VocabularySpec ids) {
        return new FieldSpec.LabelField(form.key(), ids);
    }

    static FieldSpec labelSet(LabelForm form, VocabularySpec ids) {
        return new FieldSpec.LabelSetField(form.key(), ids);
    }

    static FieldSpec labels(LabelsForm form, VocabularySpec ids) {
        return new FieldSpec.LabelsField(FieldKeys.all(form.key(), form.keys()), ids, steps(form));
    }

    static FieldSpec labelSets(LabelsForm form, VocabularySpec ids) {
        return new FieldSpec.LabelSetsField(FieldKeys.all(form.key(), form.keys()), ids, steps(form));
    }

    private static StepsSpec steps(LabelsForm form) {
        return new StepsSpec(form.along(), form.skipFirst(), form.skipLast());
    }

    static FieldSpec numbers(NumbersForm form) {
        return new FieldSpec.NumbersField(form.spec());
    }

    static FieldSpec frames(FramesForm form) {
        return new FieldSpec.FramesField(form.spec(), new StepsSpec(form.along(), form.skipFirst(), form.skipLast()));
    }

    // ---- and back ----

    /** How a field is written. */
    static Record of(FieldSpec field) {
        if (field instanceof FieldSpec.TextField text) {
            StepsSpec axis = text.axis();
            return new TextForm(text.key(), text.tokenizer(), axis.along(), axis.skipFirst(), axis.skipLast());
        }
        if (field instanceof FieldSpec.Vectors vectors) {
            return of(vectors.numbers(), field.steps());
        }
        List<String> keys = field.keys();
        return field.steps()
                .<Record>map(axis -> new LabelsForm(
                        FieldKeys.single(keys),
                        FieldKeys.several(keys),
                        axis.along(),
                        axis.skipFirst(),
                        axis.skipLast()))
                .orElseGet(() -> new LabelForm(keys.get(0)));
    }

    private static Record of(NumbersSpec numbers, Optional<StepsSpec> steps) {
        Optional<String> key = FieldKeys.single(numbers.keys());
        List<String> keys = FieldKeys.several(numbers.keys());
        return steps.<Record>map(axis -> new FramesForm(
                        key,
                        keys,
                        numbers.size(),
                        numbers.transform(),
                        numbers.naive(),
                        numbers.scale(),
                        axis.along(),
                        axis.skipFirst(),
                        axis.skipLast()))
                .orElseGet(() -> new NumbersForm(
                        key, keys, numbers.size(), numbers.transform(), numbers.naive(), numbers.scale()));
    }
}
