package dev.tendril.runtime.component;

import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.Kind;

/**
 * A component that is installed.
 *
 * @param kind its kind
 * @param id canonical id, {@code plugin/name}
 * @param provider makes it
 * @param owner the plugin it comes from
 */
public record RegisteredComponent(Kind kind, String id, ComponentProvider<?> provider, PluginHandle owner) {

    /** Its name within its plugin. */
    public String shortName() {
        return provider.name();
    }
}
