package dev.tendril.runtime.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one plugin folder. A plugin sees its own jars first, then the JDK; of the host it sees the plugin interface,
 * SLF4J and the JSpecify annotations, and those always from the host, even if the plugin's jars bundle them by mistake. It sees
 * neither the host's libraries nor other plugins, so that everyone may bring any version of any library.
 */
final class PluginClassLoader extends URLClassLoader {
    private static final List<String> OF_THE_HOST = List.of("dev.tendril.api.", "org.slf4j.", "org.jspecify.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;

    /**
     * The loader of one folder.
     *
     * @param plugin name of the folder, shown in stack traces
     * @param jars in the order they are searched
     * @param host loads what plugin and host share
     */
    PluginClassLoader(String plugin, List<URL> jars, ClassLoader host) {
        super("plugin " + plugin, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = find(name);
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    private Class<?> find(String name) throws ClassNotFoundException {
        if (OF_THE_HOST.stream().anyMatch(name::startsWith)) {
            return host.loadClass(name);
        }
        if (name.startsWith("java.")) {
            return getParent().loadClass(name);
        }
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        try {
            return findClass(name);
        } catch (ClassNotFoundException notInItsJars) {
            return getParent().loadClass(name);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? getParent().getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = new ArrayList<>(Collections.list(findResources(name)));
        found.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(found);
    }
}
