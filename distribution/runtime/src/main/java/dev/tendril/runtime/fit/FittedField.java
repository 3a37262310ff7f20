package dev.tendril.runtime.fit;

import dev.tendril.nlp.batching.FieldCodec;
import dev.tendril.nlp.batching.LabelCodec;
import dev.tendril.nlp.batching.TextCodec;

/** A field once the training split was seen. */
public sealed interface FittedField {

    /** The reader's key it takes. */
    String key();

    /** Between raw values and ids. */
    FieldCodec codec();

    /**
     * A field of text.
     *
     * @param key the reader's key
     * @param tokenizer what the tokenizer learnt
     * @param codec between text and ids
     * @param longest tokens of the longest text of the training split
     */
    record Text(String key, Record tokenizer, TextCodec codec, int longest) implements FittedField {

        /** After how many tokens a generated text is cut: twice the longest that was learnt from, and ten. */
        public int generationLimit() {
            return Math.addExact(Math.multiplyExact(2, longest), 10);
        }

        Text withLongest(int tokens) {
            return new Text(key, tokenizer, codec, tokens);
        }
    }

    /**
     * A field of labels.
     *
     * @param key the reader's key
     * @param codec between labels and ids
     */
    record Label(String key, LabelCodec codec) implements FittedField {}
}
