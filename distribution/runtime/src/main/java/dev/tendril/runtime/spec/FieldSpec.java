package dev.tendril.runtime.spec;

import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.spi.ComponentRef;

/** One field of the examples: what the graph sees of a reader's key. */
public sealed interface FieldSpec {

    /** The reader's key it takes. */
    String key();

    /** Which tokens or labels have ids. */
    VocabularySpec vocabulary();

    /**
     * Text, a sequence of tokens.
     *
     * @param key the reader's key
     * @param tokenizer cuts the text
     * @param vocabulary which tokens have ids
     */
    record TextField(String key, ComponentRef<Tokenizer> tokenizer, VocabularySpec vocabulary) implements FieldSpec {}

    /**
     * A class label, one id.
     *
     * @param key the reader's key
     * @param vocabulary which labels there are
     */
    record LabelField(String key, VocabularySpec vocabulary) implements FieldSpec {}
}
