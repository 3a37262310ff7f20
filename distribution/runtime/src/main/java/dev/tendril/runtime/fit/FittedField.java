package dev.tendril.runtime.fit;

import dev.tendril.nlp.batching.FieldCodec;
import dev.tendril.nlp.batching.NumbersCodec;
import dev.tendril.nlp.batching.Source;
import dev.tendril.nlp.batching.TextCodec;
import java.util.Optional;

/** A field once the training split was seen. */
public sealed interface FittedField {

    /** Where its values come from, and whose time axis it has. */
    Place place();

    /** Between raw values and rows of ids or numbers. */
    FieldCodec codec();

    /**
     * Where the values of a field come from.
     *
     * @param source the reader's keys
     * @param along the field whose time axis it has, if it is not its own
     */
    record Place(Source source, Optional<String> along) {}

    /**
     * A field of text.
     *
     * @param place where its values come from
     * @param tokenizer what the tokenizer learnt
     * @param codec between text and ids
     * @param longest tokens of the longest text of the training split
     */
    record Text(Place place, Record tokenizer, TextCodec codec, int longest) implements FittedField {

        /** After how many tokens a generated text is cut: twice the longest that was learnt from, and ten. */
        public int generationLimit() {
            return Math.addExact(Math.multiplyExact(2, longest), 10);
        }

        Text withLongest(int tokens) {
            return new Text(place, tokenizer, codec, tokens);
        }
    }

    /**
     * A field of labels or sets of labels.
     *
     * @param place where its values come from
     * @param codec between labels and ids
     */
    record Labelled(Place place, FieldCodec codec) implements FittedField {}

    /**
     * A field of numbers.
     *
     * @param place where its values come from
     * @param transform what its transform learnt, if it has one
     * @param codec between numbers of the data and of the model
     */
    record Numbers(Place place, Optional<Record> transform, NumbersCodec codec) implements FittedField {}
}
