package dev.tendril.runtime.plugin;

import dev.tendril.api.spi.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Spliterator;

/**
 * The plugin classes that a class loader's {@code META-INF/services} files name. None of them is initialised yet.
 *
 * @param providers in the order found
 * @param failures one for every entry that names no usable class
 */
record PluginServices(List<ServiceLoader.Provider<Plugin>> providers, List<Throwable> failures) {
    /** {@code ServiceLoader} goes on behind a broken entry, if it can; so many failures in a row mean that it cannot. */
    private static final int FAILURES_IN_A_ROW = 32;

    /** Looks through everything a loader sees. */
    static PluginServices find(ClassLoader loader) {
        Spliterator<ServiceLoader.Provider<Plugin>> entries =
                ServiceLoader.load(Plugin.class, loader).stream().spliterator();
        List<ServiceLoader.Provider<Plugin>> providers = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        int inARow = 0;
        boolean more = true;
        while (more && inARow < FAILURES_IN_A_ROW) {
            try {
                more = entries.tryAdvance(providers::add);
                inARow = 0;
            } catch (RuntimeException | Error failure) { // of ServiceLoader, or of the class it looks at
                failures.add(failure);
                inARow++;
            }
        }
        return new PluginServices(providers, failures);
    }
}
