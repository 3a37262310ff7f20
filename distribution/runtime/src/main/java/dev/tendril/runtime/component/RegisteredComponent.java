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

    /** The name it is written by: short for {@code core}, which no other plugin shadows; else canonical. */
    public String writtenName() {
        return owner.id().equals(PluginHandle.CORE) ? shortName() : id;
    }

    /** Its kind and name in messages: {@code cell 'acme/peephole_lstm'}. */
    public String label() {
        return kind.label() + " '" + writtenName() + "'";
    }
}
