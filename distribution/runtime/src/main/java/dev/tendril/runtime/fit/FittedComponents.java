package dev.tendril.runtime.fit;

import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Transform;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.TokenizerProvider;
import dev.tendril.api.spi.TransformProvider;
import dev.tendril.api.spi.VocabularyProvider;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.spec.NumbersSpec;
import java.util.List;

/** Makes the components that learn before the model exists, from the training split or from what they learnt earlier. */
@SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
final class FittedComponents {
    private final ComponentRegistry registry;

    FittedComponents(ComponentRegistry registry) {
        this.registry = registry;
    }

    /**
     * A component and what it learnt.
     *
     * @param state what it learnt
     * @param component made from it
     */
    record Made<T>(Record state, T component) {}

    Fitted<?, String, Tokenizer> tokenizer(ComponentRef<Tokenizer> reference) {
        TokenizerProvider<Record> provider = registry.provider(Kind.TOKENIZER, reference.id(), TokenizerProvider.class);
        return provider.create(reference.parameters());
    }

    Fitted<?, List<String>, Vocabulary> vocabulary(ComponentRef<Vocabulary> reference, VocabularyProvider.Role role) {
        VocabularyProvider<Record> provider =
                registry.provider(Kind.VOCABULARY, reference.id(), VocabularyProvider.class);
        return provider.create(reference.parameters(), role);
    }

    Fitted<?, Raw.Numbers, Transform> transform(ComponentRef<Transform> reference) {
        return transformProvider(reference).create(reference.parameters());
    }

    /** Numbers of a vector as the model sees it. */
    int features(NumbersSpec numbers) {
        return numbers.transform()
                .map(reference -> transformProvider(reference).features(reference.parameters(), numbers.size()))
                .orElse(numbers.size());
    }

    private TransformProvider<Record> transformProvider(ComponentRef<Transform> reference) {
        return registry.provider(Kind.TRANSFORM, reference.id(), TransformProvider.class);
    }

    <S extends Record, E, T> Made<T> fit(Fitted<S, E, T> fitted, Iterable<E> examples, FitContext context) {
        S state = fitted.fit(examples, context);
        return new Made<>(state, fitted.build(state));
    }

    <S extends Record, E, T> Made<T> restore(Fitted<S, E, T> fitted, StoredStates stored, String path) {
        S state = stored.read(fitted.state(), path);
        return new Made<>(state, fitted.build(state));
    }
}
