package dev.tendril.api.data;

import dev.tendril.api.PluginImplemented;
import java.util.function.Supplier;

/**
 * A component that learns from the training split before the model exists: a vocabulary, the merges of a tokenizer, the mean of a
 * feature. What it learns is a record, which the host stores with the model through the schema of parameter records; the component
 * is made from that record alone.
 *
 * @param <S> what is learnt
 * @param <E> what it learns from: texts, token lists or numbers
 * @param <T> the component
 */
@PluginImplemented
public interface Fitted<S extends Record, E, T> {

    /** The type of what is learnt. */
    Class<S> state();

    /** Learns from the training examples, in order. */
    S fit(Iterable<E> examples, FitContext context);

    /** The component that learnt this. */
    T build(S state);

    /** A component that learns nothing. */
    static <E, T> Fitted<Nothing, E, T> constant(Supplier<T> component) {
        return new Fitted<>() {
            @Override
            public Class<Nothing> state() {
                return Nothing.class;
            }

            @Override
            public Nothing fit(Iterable<E> examples, FitContext context) {
                return new Nothing();
            }

            @Override
            public T build(Nothing state) {
                return component.get();
            }
        };
    }

    /** What a component learnt that learns nothing. */
    record Nothing() {}
}
