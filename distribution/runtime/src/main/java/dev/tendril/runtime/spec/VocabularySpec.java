package dev.tendril.runtime.spec;

import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.ComponentRef;

/** Where the vocabulary of a field comes from. */
public sealed interface VocabularySpec {

    /**
     * The field's own.
     *
     * @param component how it is chosen
     */
    record Own(ComponentRef<Vocabulary> component) implements VocabularySpec {}

    /**
     * That of another field, which is fitted on the tokens of both.
     *
     * @param field name of the field that owns it; never itself shared
     */
    record Shared(String field) implements VocabularySpec {}
}
