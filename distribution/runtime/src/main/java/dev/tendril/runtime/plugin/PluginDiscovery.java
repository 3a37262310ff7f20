package dev.tendril.runtime.plugin;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.Plugin;
import dev.tendril.runtime.component.BrokenPlugin;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.diagnostic.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds plugins on a class path and in folders. A plugin registers wholly or not at all, and one that cannot never hides the others:
 * it is kept with the reason.
 */
public final class PluginDiscovery {
    private static final String CLASS_PATH = "class path";

    private final PluginSources sources;
    private final Map<String, List<Found>> found = new LinkedHashMap<>();
    private final List<BrokenPlugin> broken = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** A plugin that may be used unless another has the same id. */
    private record Found(PluginHandle handle, Optional<PluginClassLoader> loader) {}

    private PluginDiscovery(PluginSources sources) {
        this.sources = sources;
    }

    /**
     * Looks everywhere once.
     *
     * @throws TendrilException if a folder of plugins cannot be read, or the plugin {@code core} is missing
     */
    public static InstalledPlugins discover(PluginSources sources) {
        PluginDiscovery discovery = new PluginDiscovery(sources);
        discovery.search();
        InstalledPlugins installed = discovery.installed();
        if (!discovery.found.containsKey(PluginHandle.CORE)) {
            installed.close();
            throw missingCore(installed.broken());
        }
        return installed;
    }

    /** Looks everywhere; what it opened is closed again if it cannot go on. */
    private void search() {
        try {
            searchClassPath();
            folders().forEach(this::searchFolder);
        } catch (RuntimeException | Error failure) {
            installed().close();
            throw failure;
        }
    }

    private List<Path> folders() {
        return sources.folders().stream().map(PluginDiscovery::real).distinct().toList();
    }

    /** The folder itself, so that one named twice is searched once; as given if there is none. */
    private static Path real(Path folder) {
        try {
            return Files.isSymbolicLink(folder) ? folder.toRealPath() : folder.normalize();
        } catch (IOException missing) {
            return folder;
        }
    }

    private void searchClassPath() {
        PluginServices services = PluginServices.find(sources.classPath());
        services.failures().forEach(failure -> refuse(CLASS_PATH, failure));
        for (ServiceLoader.Provider<Plugin> provider : services.providers()) {
            String location =
                    Registration.jarOf(provider.type()).map(Path::toString).orElse(CLASS_PATH);
            attempt(location, () -> keep(Registration.of(provider, location), Optional.empty()));
        }
    }

    private void searchFolder(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.sorted().forEach(this::searchEntry);
        } catch (IOException failure) {
            throw new TendrilException(
                    "the folder of plugins " + folder + " cannot be read (" + failure + "); create it or name another",
                    failure);
        }
    }

    private void searchEntry(Path entry) {
        boolean hidden = entry.getFileName().toString().startsWith(".");
        if (Files.isSymbolicLink(entry) && !Files.exists(entry)) {
            refuse(entry.toString(), new TendrilException("it is a link that leads nowhere; remove it or mend it"));
        } else if (PluginFolder.isJar(entry)) {
            diagnostics.add(strayJar(entry));
        } else if (Files.isDirectory(entry) && !hidden) {
            attempt(entry.toString(), () -> load(entry));
        }
    }

    private void load(Path entry) throws IOException {
        PluginFolder folder = PluginFolder.read(entry);
        sources.allowedJars().ifPresent(folder::requireAllowed);
        folder.requireClosed();
        PluginClassLoader loader = folder.open();
        boolean kept = false;
        try {
            PluginHandle handle = Registration.of(folder, loader);
            folder.requireUnchanged();
            sources.allowedJars().ifPresent(folder::requireAllowed);
            keep(handle, Optional.of(loader));
            kept = true;
        } finally {
            if (!kept) {
                loader.close();
            }
        }
    }

    private void keep(PluginHandle handle, Optional<PluginClassLoader> loader) {
        found.computeIfAbsent(handle.id(), id -> new ArrayList<>()).add(new Found(handle, loader));
    }

    /** The plugins whose id is theirs alone; of several with one id none is used, since any choice would be arbitrary. */
    private InstalledPlugins installed() {
        List<PluginHandle> plugins = new ArrayList<>();
        Map<String, PluginClassLoader> loaders = new HashMap<>();
        for (List<Found> rivals : found.values()) {
            for (Found each : rivals) {
                if (rivals.size() == 1) {
                    plugins.add(each.handle());
                    each.loader().ifPresent(loader -> loaders.put(each.handle().id(), loader));
                } else {
                    refuse(each.handle().origin(), duplicate(rivals));
                    each.loader().ifPresent(this::close);
                }
            }
        }
        plugins.sort(Comparator.comparing(plugin -> !plugin.id().equals(PluginHandle.CORE)));
        return new InstalledPlugins(plugins, broken, diagnostics, folders(), loaders);
    }

    private void close(PluginClassLoader loader) {
        try {
            loader.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("the jars of a refused plugin cannot be closed", failure);
        }
    }

    private void attempt(String location, Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException | RuntimeException | Error failure) { // whatever a plugin does, the others are heard
            refuse(location, failure);
        }
    }

    private void refuse(String location, Throwable failure) {
        broken.add(new BrokenPlugin(location, Failures.explained(failure)));
    }

    /** Something that may fail in a plugin's own code. */
    private interface Attempt {
        void run() throws IOException;
    }

    private static Diagnostic strayJar(Path jar) {
        return new Diagnostic(
                Code.STRAY_JAR.id(),
                Diagnostic.Severity.WARNING,
                "the jar " + jar + " lies directly in the folder of plugins and is not loaded",
                Optional.empty(),
                "",
                List.of(
                        "remedy: make a folder named after the plugin's id and move the jar, and the libraries it needs, into it"));
    }

    private static TendrilException duplicate(List<Found> rivals) {
        PluginHandle first = rivals.get(0).handle();
        String places = rivals.stream().map(rival -> rival.handle().origin()).collect(Collectors.joining(" and "));
        return new TendrilException(
                "the plugin id '" + first.id() + "' is brought more than once, by " + places + "; keep one of them");
    }

    private static TendrilException missingCore(List<BrokenPlugin> broken) {
        String others = broken.stream()
                .map(plugin -> System.lineSeparator() + plugin.label())
                .collect(Collectors.joining());
        return new TendrilException(
                "the plugin 'core' was not found on the class path, so there are no components at all. If"
                        + " several jars were merged into one, merge their META-INF/services/dev.tendril.api.spi.Plugin files line by line"
                        + " instead of keeping one (Maven Shade: ServicesResourceTransformer; Gradle Shadow: mergeServiceFiles())."
                        + others);
    }
}
