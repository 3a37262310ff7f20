package dev.tendril.runtime.fit;

import com.google.common.collect.Iterables;
import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Reader;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.VocabularyProvider;
import dev.tendril.nlp.batching.EncodedDataSet;
import dev.tendril.nlp.batching.FieldTexts;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.VocabularySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns from the training split what must be known before the model can be made: first the tokenizers, then the vocabularies over
 * their tokens. The split is read as often as the components ask, example by example, and then once to be kept, encoded.
 */
public final class Fitting {
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
     * @throws dev.tendril.api.DataException if the training split cannot be read
     * @throws java.util.concurrent.CancellationException if the token was cancelled
     */
    public static Result fit(DataSpec spec, ComponentRegistry registry, Reader training, FitContext context) {
        Fitting fitting = new Fitting(spec, registry, training, context);
        FittedFields fields = fitting.fields();
        EncodedDataSet encoded = EncodedDataSet.read(training, fields.encoders(List.of()), context.cancellation());
        return new Result(fields.measured(encoded), encoded);
    }

    private FittedFields fields() {
        Map<String, FittedComponents.Made<Tokenizer>> tokenizers = new LinkedHashMap<>();
        spec.fields().forEach((name, field) -> {
            if (field instanceof FieldSpec.TextField text) {
                tokenizers.put(name, tokenizer(name, text));
            }
        });
        Map<String, Vocabulary> owned = new LinkedHashMap<>();
        spec.fields().forEach((name, field) -> {
            if (field.vocabulary() instanceof VocabularySpec.Own own) {
                owned.put(name, vocabulary(name, field, own, tokenizers));
            }
        });
        return FieldAssembly.of(spec, tokenizers, owned, Map.of());
    }

    private FittedComponents.Made<Tokenizer> tokenizer(String name, FieldSpec.TextField field) {
        try (FieldTexts texts = texts(field)) {
            return components.fit(
                    components.tokenizer(field.tokenizer()),
                    texts,
                    context.scope(name).scope("tokenizer"));
        }
    }

    private Vocabulary vocabulary(
            String owner,
            FieldSpec field,
            VocabularySpec.Own own,
            Map<String, FittedComponents.Made<Tokenizer>> tokenizers) {
        List<FieldTexts> open = new ArrayList<>();
        try {
            List<Iterable<List<String>>> tokens = new ArrayList<>();
            spec.fields().forEach((name, each) -> {
                if (uses(name, each, owner)) {
                    FieldTexts texts = texts(each);
                    open.add(texts);
                    FittedComponents.Made<Tokenizer> tokenizer = tokenizers.get(name);
                    tokens.add(tokenizer == null ? texts.labels() : texts.tokens(tokenizer.component()));
                }
            });
            VocabularyProvider.Role role = field instanceof FieldSpec.TextField
                    ? VocabularyProvider.Role.TOKENS
                    : VocabularyProvider.Role.LABELS;
            return components
                    .fit(
                            components.vocabulary(own.component(), role),
                            Iterables.concat(tokens),
                            context.scope(owner).scope("vocabulary"))
                    .component();
        } finally {
            open.forEach(FieldTexts::close);
        }
    }

    private static boolean uses(String name, FieldSpec field, String owner) {
        return name.equals(owner)
                || (field.vocabulary() instanceof VocabularySpec.Shared shared
                        && shared.field().equals(owner));
    }

    private FieldTexts texts(FieldSpec field) {
        return new FieldTexts(training, List.of(field.key()), context.cancellation());
    }
}
