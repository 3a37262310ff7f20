package dev.tendril.runtime.plugin;

import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.Plugin;
import dev.tendril.runtime.component.PluginHandle;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The steps from a plugin's class to a plugin that can be registered: identity, then making it, then what it offers. */
final class Registration {
    private Registration() {}

    /**
     * A plugin of the class path.
     *
     * @param location the jar it was found in, for messages
     * @throws TendrilException if the plugin breaks a rule; its own failures are thrown as they are
     */
    static PluginHandle of(ServiceLoader.Provider<Plugin> provider, String location) {
        return of(PluginIdentity.of(provider.type()), provider, location);
    }

    /**
     * The one plugin of a folder.
     *
     * @throws TendrilException if there is not exactly one, or it breaks a rule; its own failures are thrown as they are
     */
    static PluginHandle of(PluginFolder folder, PluginClassLoader loader) {
        PluginServices services = PluginServices.find(loader);
        if (!services.failures().isEmpty()) {
            throw Failures.explained(services.failures().get(0));
        }
        ServiceLoader.Provider<Plugin> provider = only(services.providers());
        PluginIdentity identity = PluginIdentity.of(provider.type());
        if (!identity.id().equals(folder.id())) {
            throw new TendrilException("the folder is named '" + folder.id() + "', the plugin in it '" + identity.id()
                    + "'; rename the folder to '" + identity.id() + "'");
        }
        return of(identity, provider, folder.asGiven(jarOf(provider.type())).toString());
    }

    private static PluginHandle of(PluginIdentity identity, ServiceLoader.Provider<Plugin> provider, String location) {
        Plugin plugin = provider.get();
        Offer.require(plugin);
        return new PluginHandle(identity.id(), identity.version(), location, plugin);
    }

    private static ServiceLoader.Provider<Plugin> only(List<ServiceLoader.Provider<Plugin>> providers) {
        if (providers.isEmpty()) {
            throw new TendrilException(
                    "no jar of the folder names a class in META-INF/services/dev.tendril.api.spi.Plugin, so there is"
                            + " no plugin in it; add that entry with the name of the plugin's class");
        }
        if (providers.size() > 1) {
            throw new TendrilException("the folder brings several plugins, "
                    + providers.stream()
                            .map(provider -> provider.type().getName())
                            .collect(Collectors.joining(" and "))
                    + "; give each a folder of its own, and bundle nothing of Tendril");
        }
        return providers.get(0);
    }

    /** The jar a class was loaded from, if it was loaded from a file. */
    static Optional<Path> jarOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notAFile) {
            return Optional.empty();
        }
    }
}
