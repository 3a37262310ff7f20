package dev.tendril.runtime.plugin;

import dev.tendril.api.Diagnostic;
import dev.tendril.runtime.component.BrokenPlugin;
import dev.tendril.runtime.component.PluginHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What discovery found. Closing it closes the class loaders of plugin folders; once nothing else refers to their components, the
 * loaders are collected.
 */
public final class InstalledPlugins implements AutoCloseable {
    private final List<PluginHandle> plugins;
    private final List<BrokenPlugin> broken;
    private final List<Diagnostic> diagnostics;
    private final List<Path> folders;
    private final Map<String, PluginClassLoader> loaders;

    /**
     * What was found.
     *
     * @param folders that were searched
     * @param loaders of the plugins that come from folders, by id
     */
    InstalledPlugins(
            List<PluginHandle> plugins,
            List<BrokenPlugin> broken,
            List<Diagnostic> diagnostics,
            List<Path> folders,
            Map<String, PluginClassLoader> loaders) {
        this.plugins = List.copyOf(plugins);
        this.broken = List.copyOf(broken);
        this.diagnostics = List.copyOf(diagnostics);
        this.folders = List.copyOf(folders);
        this.loaders = Map.copyOf(loaders);
    }

    /** The plugins that can be used, {@code core} first, then in the order found. */
    public List<PluginHandle> plugins() {
        return plugins;
    }

    /** The plugins that cannot, and why. */
    public List<BrokenPlugin> broken() {
        return broken;
    }

    /** Remarks about the plugin folders. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The folders of plugins that were searched. */
    public List<Path> folders() {
        return folders;
    }

    /** Closes the class loaders of the plugins that were refused after all; those of these plugins stay open. */
    public void closeAllBut(List<PluginHandle> kept) {
        Set<String> ids = kept.stream().map(PluginHandle::id).collect(Collectors.toSet());
        close(loaders.entrySet().stream()
                .filter(entry -> !ids.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }

    /** Closes the class loaders of plugin folders. Closing twice changes nothing. */
    @Override
    public void close() {
        close(loaders.values());
    }

    private static void close(Collection<PluginClassLoader> loaders) {
        IOException first = null;
        for (PluginClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw new UncheckedIOException("the jars of a plugin cannot be closed", first);
        }
    }
}
