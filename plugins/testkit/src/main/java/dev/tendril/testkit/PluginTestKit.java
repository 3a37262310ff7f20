package dev.tendril.testkit;

import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.runtime.component.BrokenPlugin;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.component.RegisteredComponent;
import dev.tendril.runtime.plugin.InstalledPlugins;
import dev.tendril.runtime.plugin.PluginDiscovery;
import dev.tendril.runtime.plugin.PluginSources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The built-in components and those of one plugin, found on the class path of the tests as an application finds them.
 *
 * <pre>{@code
 * try (PluginTestKit kit = PluginTestKit.load(AcmePlugin.class)) {
 *     assertThat(kit.names(Kind.CELL)).containsExactly("leaky");
 * }
 * }</pre>
 */
public final class PluginTestKit implements AutoCloseable {
    private final InstalledPlugins installed;
    private final ComponentRegistry registry;
    private final PluginHandle plugin;

    private PluginTestKit(InstalledPlugins installed, ComponentRegistry registry, PluginHandle plugin) {
        this.installed = installed;
        this.registry = registry;
        this.plugin = plugin;
    }

    /**
     * Loads a plugin and the plugin {@code core}.
     *
     * @throws AssertionError if the plugin is not registered on the class path, or cannot be used: a component that does not say what it
     *     is, or a parameter that does not, is reason enough
     */
    public static PluginTestKit load(Class<? extends Plugin> type) {
        InstalledPlugins installed =
                PluginDiscovery.discover(PluginSources.classPathOnly().withClassPath(type.getClassLoader()));
        List<PluginHandle> wanted = installed.plugins().stream()
                .filter(each ->
                        each.id().equals(PluginHandle.CORE) || each.instance().getClass() == type)
                .toList();
        boolean found = wanted.stream().anyMatch(each -> each.instance().getClass() == type);
        if (!found) {
            throw unusable(
                    type,
                    "it is not named in META-INF/services/" + Plugin.class.getName()
                            + " on the class path of the tests, or cannot be loaded",
                    installed.broken());
        }
        ComponentRegistry registry = ComponentRegistry.of(wanted, List.of());
        return registry.plugins().stream()
                .filter(each -> each.instance().getClass() == type)
                .findFirst()
                .map(handle -> new PluginTestKit(installed, registry, handle))
                .orElseThrow(() -> unusable(type, "its components cannot be registered", registry.broken()));
    }

    private static AssertionError unusable(Class<?> type, String why, List<BrokenPlugin> broken) {
        StringBuilder message = new StringBuilder("the plugin ")
                .append(type.getName())
                .append(" cannot be used: ")
                .append(why);
        broken.forEach(
                each -> message.append(System.lineSeparator()).append("  ").append(each.label()));
        AssertionError error = new AssertionError(message.toString());
        broken.forEach(each -> error.addSuppressed(each.cause()));
        return error;
    }

    /** The components that can be named: those of {@code core} and of the plugin. */
    public ComponentRegistry registry() {
        return registry;
    }

    /** The id of the plugin. */
    public String id() {
        return plugin.id();
    }

    /** Names of the plugin's own components of a kind, in its order. */
    public List<String> names(Kind kind) {
        return own(kind).stream().map(RegisteredComponent::shortName).toList();
    }

    /**
     * The plugin's own components that none of these contracts tries, each as {@code cell acme/leaky}.
     *
     * @param contracts of this plugin's components
     */
    public List<String> untried(List<? extends ComponentContract<?>> contracts) {
        Set<String> tried = contracts.stream()
                .map(contract ->
                        contract.kind().label() + " " + contract.component(this).id())
                .collect(Collectors.toSet());
        List<String> untried = new ArrayList<>();
        Arrays.stream(Kind.values())
                .flatMap(kind -> own(kind).stream())
                .map(component -> component.kind().label() + " " + component.id())
                .filter(name -> !tried.contains(name))
                .sorted(Comparator.naturalOrder())
                .forEach(untried::add);
        return List.copyOf(untried);
    }

    private List<RegisteredComponent> own(Kind kind) {
        return registry.list(kind).stream()
                .filter(component -> component.owner().equals(plugin))
                .toList();
    }

    /** Closes what discovery opened. Closing twice changes nothing. */
    @Override
    public void close() {
        installed.close();
    }
}
