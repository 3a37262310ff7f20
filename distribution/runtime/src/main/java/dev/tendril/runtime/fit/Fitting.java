package dev.tendril.runtime.fit;

import com.google.common.collect.Iterables;
import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Reader;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Transform;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.VocabularyProvider;
import dev.tendril.api.tensor.Engine;
import dev.tendril.nlp.batching.EncodedDataSet;
import dev.tendril.nlp.batching.FieldValues;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.VocabularySpec;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from the training split what must be known before the model can be made: first the tokenizers and transforms, then the
 * vocabularies over the tokens. The split is read as often as the components ask, example by example, and then once to be kept, encoded.
 */
public final class Fitting {
    private static final Logger LOG = LoggerFactory.getLogger(Fitting.class);

    private final DataSpec spec;
    private final FittedComponents components;
    private final Reader training;
    private final FitContext context;

    private Fitting(DataSpec spec, ComponentRegistry registry, Reader training, FitContext context) {
        this.spec = spec;
        this.components = new FittedComponents(registry);
        this.training = training;
        this.context = context;
    }

    /**
     * What was learnt, and what it was learnt from.
     *
     * @param fields that were fitted
     * @param training the training split, encoded
     */
    public record Result(FittedFields fields, EncodedDataSet training) {}

    /**
     * Fits the fields of a model file.
     *
     * @param engine makes the tensors of the training split's batches
     * @throws dev.tendril.api.DataException if the training split cannot be read
     * @throws java.util.concurrent.CancellationException if the token was cancelled
     */
    public static Result fit(
            DataSpec spec, ComponentRegistry registry, Reader training, Engine engine, FitContext context) {
        Fitting fitting = new Fitting(spec, registry, training, context);
        FittedFields fields = fitting.fields();
        EncodedDataSet encoded =
                EncodedDataSet.read(training, fields.encoders(List.of()), engine, context.cancellation());
        return new Result(fields.measured(encoded), encoded);
    }

    private FittedFields fields() {
        Learnt learnt = Learnt.nothing();
        spec.fields().forEach((name, field) -> {
            if (field instanceof FieldSpec.TextField text) {
                learnt.tokenizers().put(name, tokenizer(name, text));
            }
            if (field instanceof FieldSpec.Vectors vectors) {
                vectors.numbers().transform().ifPresent(transform -> learnt.transforms()
                        .put(name, transform(name, vectors, transform)));
            }
        });
        spec.fields().forEach((name, field) -> field.vocabulary().ifPresent(vocabulary -> {
            if (vocabulary instanceof VocabularySpec.Own own) {
                learnt.vocabularies().put(name, vocabulary(name, field, own, learnt));
            }
        }));
        return new FieldAssembly(components, learnt).of(spec);
    }

    private FittedComponents.Made<Tokenizer> tokenizer(String name, FieldSpec.TextField field) {
        try (FieldValues values = values(field)) {
            return components.fit(components.tokenizer(field.tokenizer()), values.texts(), context(name, "tokenizer"));
        }
    }

    private FittedComponents.Made<Transform> transform(
            String name, FieldSpec.Vectors field, ComponentRef<Transform> transform) {
        try (FieldValues values = values(field)) {
            return components.fit(
                    components.transform(transform),
                    values.numbers(FieldAssembly.layout(field)),
                    context(name, "transform"));
        }
    }

    private Vocabulary vocabulary(String owner, FieldSpec field, VocabularySpec.Own own, Learnt learnt) {
        List<FieldValues> open = new ArrayList<>();
        try {
            List<Iterable<List<String>>> tokens = new ArrayList<>();
            spec.fields().forEach((name, each) -> {
                if (Learnt.uses(name, each, owner)) {
                    FieldValues values = values(each);
                    open.add(values);
                    tokens.add(tokens(name, each, values, learnt));
                }
            });
            VocabularyProvider.Role role = field instanceof FieldSpec.TextField
                    ? VocabularyProvider.Role.TOKENS
                    : VocabularyProvider.Role.LABELS;
            return components
                    .fit(
                            components.vocabulary(own.component(), role),
                            Iterables.concat(tokens),
                            context(owner, "vocabulary"))
                    .component();
        } finally {
            open.forEach(FieldValues::close);
        }
    }

    private static Iterable<List<String>> tokens(String name, FieldSpec field, FieldValues values, Learnt learnt) {
        if (field instanceof FieldSpec.TextField) {
            return values.tokens(learnt.tokenizer(name).component());
        }
        if (field instanceof FieldSpec.LabelsField) {
            return values.labels();
        }
        if (field instanceof FieldSpec.LabelSetsField) {
            return values.labelSets();
        }
        return field instanceof FieldSpec.LabelSetField ? values.labelSet() : values.label();
    }

    /** Where a part of a field learns; what it remarks is a warning. */
    private FitContext context(String field, String part) {
        return context.scope(field)
                .scope(part)
                .heardBy(remark -> LOG.warn("{} of field '{}': {}", part, field, remark));
    }

    private FieldValues values(FieldSpec field) {
        return new FieldValues(training, FieldSources.of(field), context.cancellation());
    }
}
