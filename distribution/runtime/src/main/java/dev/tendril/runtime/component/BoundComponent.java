package dev.tendril.runtime.component;

import dev.tendril.api.spi.ComponentRef;

/**
 * A component as a file names it, bound.
 *
 * @param reference its id and parameters
 * @param component what is installed under that id
 */
public record BoundComponent(ComponentRef<?> reference, RegisteredComponent component) {

    /** The reference as one of a kind; the kind was checked when it was bound. */
    @SuppressWarnings("unchecked")
    public <T> ComponentRef<T> as() {
        return (ComponentRef<T>) reference;
    }
}
