package dev.tendril.api.cell;

import dev.tendril.api.tensor.Tensor;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A view of one tensor in a state: how to read it, and the state with another in its place.
 *
 * @param get reads it
 * @param with replaces it
 * @param <S> the state
 */
public record Exposed<S extends State>(Function<S, Tensor> get, BiFunction<S, Tensor, S> with) {

    /** The first tensor of the state, in the order of the record's components, nested states included. */
    public static <S extends State> Exposed<S> first() {
        return new Exposed<>(state -> States.tensors(state).get(0), States::withFirst);
    }

    /** The view of an outer state through the inner state that it wraps. */
    public <T extends State> Exposed<T> inside(Function<T, S> inner, BiFunction<T, S, T> withInner) {
        return new Exposed<>(
                outer -> get.apply(inner.apply(outer)),
                (outer, tensor) -> withInner.apply(outer, with.apply(inner.apply(outer), tensor)));
    }
}
