package dev.tendril.testkit;

import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RegisteredComponent;
import dev.tendril.runtime.plugin.CorePlugin;
import dev.tendril.runtime.plugin.InstalledPlugins;
import dev.tendril.runtime.plugin.PluginDiscovery;
import dev.tendril.runtime.plugin.PluginSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A plugin in a folder of its own, as it is installed. */
final class IsolatedPlugin {
    private static final String SERVICES = "META-INF/services/" + Plugin.class.getName();

    private IsolatedPlugin() {}

    /**
     * Packs a plugin into {@code folder/<id>/} and loads it from there.
     *
     * @throws AssertionError if it does not load, or not whole
     */
    static void check(Class<? extends Plugin> type, List<Class<?>> libraries, Path folder) throws IOException {
        PluginInfo info = Objects.requireNonNull(type.getAnnotation(PluginInfo.class), "@PluginInfo of " + type);
        Path own = Files.createDirectory(folder.resolve(info.id()));
        pack(type, own.resolve("plugin.jar"));
        for (Class<?> library : libraries) {
            pack(library, own.resolve("library-" + libraries.indexOf(library) + ".jar"));
        }
        PluginSources sources = PluginSources.classPathOnly()
                .withClassPath(new CoreAlone(PluginSources.class.getClassLoader()))
                .withFolders(List.of(folder));
        load(type, info.id(), sources);
    }

    private static void load(Class<? extends Plugin> type, String id, PluginSources sources) {
        try (InstalledPlugins installed = PluginDiscovery.discover(sources);
                PluginTestKit expected = PluginTestKit.load(type)) {
            ComponentRegistry registry = ComponentRegistry.of(installed.plugins(), installed.broken());
            List<String> problems = new ArrayList<>();
            registry.broken().forEach(broken -> problems.add(broken.label()));
            for (Kind kind : Kind.values()) {
                List<String> names = registry.list(kind).stream()
                        .filter(component -> component.owner().id().equals(id))
                        .map(RegisteredComponent::shortName)
                        .toList();
                if (!names.equals(expected.names(kind))) {
                    problems.add("of the kind " + kind.label() + " it has " + names + ", on the class path "
                            + expected.names(kind));
                }
            }
            Failures.failIf(
                    problems, "a plugin loads from its folder, where it sees the interface and its libraries() alone");
        }
    }

    /** The class path of the tests without its plugins but for {@code core}: a plugin is brought once. */
    private static final class CoreAlone extends ClassLoader {
        CoreAlone(ClassLoader tests) {
            super(tests);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            List<URL> found = Collections.list(super.getResources(name));
            if (name.equals(SERVICES)) {
                String core = CorePlugin.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString();
                found.removeIf(each -> !each.toString().contains(core));
            }
            return Collections.enumeration(found);
        }
    }

    /** The jar that a class came from, or one of the folder of classes. */
    private static void pack(Class<?> type, Path jar) throws IOException {
        Path source = source(type);
        if (Files.isRegularFile(source)) {
            Files.copy(source, jar);
            return;
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(source)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(SERVICES))
                    .sorted()
                    .forEach(file -> add(out, source, file));
            if (Plugin.class.isAssignableFrom(type)) { // beside it may be plugins of tests
                out.putNextEntry(new JarEntry(SERVICES));
                out.write(type.getName().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
    }

    private static Path source(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException odd) {
            throw new IllegalStateException("where " + type + " came from is no file", odd);
        }
    }

    private static void add(JarOutputStream jar, Path root, Path file) {
        try {
            jar.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, jar);
            jar.closeEntry();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
