package dev.tendril.nlp.batching;

import dev.tendril.api.data.Example;
import dev.tendril.api.training.Reference;
import java.util.Optional;

/**
 * A field of a data set.
 *
 * @param name of the field
 * @param source where its values come from
 * @param codec encodes them
 * @param along the field whose time axis it has, if it is not its own: both have as many steps in every example
 * @param keepReference whether the raw value is kept too, to judge predictions or to show it
 */
public record Field(String name, Source source, FieldCodec codec, Optional<String> along, boolean keepReference) {
    /** A field with a time axis of its own, if it has one. */
    public static Field of(String name, String key, FieldCodec codec, boolean keepReference) {
        return new Field(name, Source.of(key), codec, Optional.empty(), keepReference);
    }

    Row encode(Example example) {
        return codec.encode(source.value(example), example.origin());
    }

    Reference reference(Example example) {
        Reference reference = codec.reference(source.value(example), example.origin());
        return reference instanceof Reference.Numbers numbers && codec instanceof NumbersCodec own
                ? own.judged(numbers, source, example)
                : reference;
    }
}
