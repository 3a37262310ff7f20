package dev.tendril.runtime.component;

import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lists what a plugin brings and refuses what could not be used later. */
final class ComponentListing {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private ComponentListing() {}

    /**
     * The components of a plugin.
     *
     * @throws TendrilException if a name is malformed or a parameter record cannot be bound
     */
    static List<RegisteredComponent> of(PluginHandle plugin, RecordSchemas schemas) {
        List<RegisteredComponent> components = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (ComponentProvider<?> provider : kind.of(plugin.instance())) {
                components.add(register(kind, provider, plugin));
                schemas.check(provider.parameters());
            }
        }
        return components;
    }

    private static RegisteredComponent register(Kind kind, ComponentProvider<?> provider, PluginHandle plugin) {
        String name = provider.name();
        if (!NAME.matcher(name).matches()) {
            throw new TendrilException(kind.label() + " '" + name + "' of plugin '" + plugin.id()
                    + "' has a name that is not lower_snake_case; rename it");
        }
        return new RegisteredComponent(kind, plugin.id() + "/" + name, provider, plugin);
    }
}
