package dev.tendril.runtime.fit;

import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Transform;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.nlp.batching.Cut;
import dev.tendril.nlp.batching.FieldCodec;
import dev.tendril.nlp.batching.LabelCodec;
import dev.tendril.nlp.batching.LabelSetCodec;
import dev.tendril.nlp.batching.LabelSetsCodec;
import dev.tendril.nlp.batching.LabelsCodec;
import dev.tendril.nlp.batching.NumbersCodec;
import dev.tendril.nlp.batching.TextCodec;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.StepsSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the fields of a model together from what each part learnt.
 *
 * @param components knows the sizes behind transforms
 * @param learnt by all fields
 */
record FieldAssembly(FittedComponents components, Learnt learnt) {

    FittedFields of(DataSpec spec) {
        Map<String, FittedField> fields = new LinkedHashMap<>();
        spec.fields().forEach((name, field) -> fields.put(name, field(name, field)));
        return new FittedFields(fields);
    }

    private FittedField field(String name, FieldSpec field) {
        if (field instanceof FieldSpec.Vectors vectors) {
            return numbers(name, vectors);
        }
        if (field instanceof FieldSpec.TextField text) {
            FittedComponents.Made<Tokenizer> tokenizer = learnt.tokenizer(name);
            TextCodec codec =
                    new TextCodec(tokenizer.component(), learnt.vocabulary(name, text.ids()), cut(text.steps()));
            return new FittedField.Text(
                    place(field), tokenizer.state(), codec, learnt.longest().getOrDefault(name, 0));
        }
        return new FittedField.Labelled(place(field), labels(name, (FieldSpec.Coded) field));
    }

    private FieldCodec labels(String name, FieldSpec.Coded field) {
        Vocabulary vocabulary = learnt.vocabulary(name, field.ids());
        if (field instanceof FieldSpec.LabelsField labels) {
            return new LabelsCodec(vocabulary, cut(labels.steps()));
        }
        if (field instanceof FieldSpec.LabelSetsField sets) {
            return new LabelSetsCodec(vocabulary, cut(sets.steps()));
        }
        return field instanceof FieldSpec.LabelSetField ? new LabelSetCodec(vocabulary) : new LabelCodec(vocabulary);
    }

    private FittedField numbers(String name, FieldSpec.Vectors field) {
        NumbersCodec.Layout layout = layout(field);
        Optional<FittedComponents.Made<Transform>> transform =
                Optional.ofNullable(learnt.transforms().get(name));
        NumbersCodec codec = transform
                .map(made -> new NumbersCodec(layout, components.features(field.numbers()), made.component()))
                .orElseGet(() -> NumbersCodec.untransformed(layout));
        return new FittedField.Numbers(place(field), transform.map(FittedComponents.Made::state), codec);
    }

    /** How the numbers of a field stand in an example. */
    static NumbersCodec.Layout layout(FieldSpec.Vectors field) {
        return new NumbersCodec.Layout(field.numbers().size(), field.steps().isPresent() ? 1 : 0, cut(field.steps()));
    }

    private static FittedField.Place place(FieldSpec field) {
        return new FittedField.Place(FieldSources.of(field), field.steps().flatMap(StepsSpec::along));
    }

    private static Cut cut(Optional<StepsSpec> steps) {
        return steps.map(each -> new Cut(each.skipFirst(), each.skipLast())).orElse(Cut.NONE);
    }
}
