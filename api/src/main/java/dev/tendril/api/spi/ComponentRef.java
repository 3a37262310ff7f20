package dev.tendril.api.spi;

import java.util.Optional;

/**
 * A component named inside another's parameters: a value, already bound and validated; making the component is the context's task.
 * The type argument is the kind: {@code ComponentRef<Activation>} takes activations.
 *
 * @param id canonical id, {@code plugin/name}
 * @param parameters the component's own parameter record
 * @param share name of the graph node whose parameters it uses, if it was written as {@code {share: node}}
 * @param <T> the kind of component
 */
@SuppressWarnings("UnusedTypeParameter") // the kind, read by the binder from the declared type
public record ComponentRef<T>(String id, Record parameters, Optional<String> share) {

    /** A component with parameters of its own. */
    public static <T> ComponentRef<T> of(String id, Record parameters) {
        return new ComponentRef<>(id, parameters, Optional.empty());
    }
}
