package dev.tendril.cli;

import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.check.Specs;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.plugin.InstalledPlugins;
import dev.tendril.runtime.plugin.PluginDiscovery;
import dev.tendril.runtime.plugin.PluginSources;
import java.nio.file.Path;

/** The plugins and components that are installed, for commands that compute nothing. Closing it closes the plugins. */
final class Installation implements AutoCloseable {
    private final InstalledPlugins plugins;
    private final ComponentRegistry registry;

    Installation(PluginSources sources) {
        this.plugins = PluginDiscovery.discover(sources);
        this.registry = ComponentRegistry.of(plugins.plugins(), plugins.broken());
    }

    InstalledPlugins plugins() {
        return plugins;
    }

    ComponentRegistry registry() {
        return registry;
    }

    /** Reads and checks a model file. */
    CheckedModel check(Path file, LoadOptions options) {
        return Specs.load(file, registry, options);
    }

    @Override
    public void close() {
        plugins.close();
    }
}
