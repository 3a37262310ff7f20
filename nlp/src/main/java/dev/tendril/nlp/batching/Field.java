package dev.tendril.nlp.batching;

/**
 * A field of a data set.
 *
 * @param name of the field
 * @param key of the raw value in an example
 * @param codec encodes it
 * @param keepReference whether the raw value is kept too, to judge predictions or to show it
 */
public record Field(String name, String key, FieldCodec codec, boolean keepReference) {}
