package dev.tendril.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.runtime.component.PluginHandle;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginClosingTest {
    private static final int COLLECTIONS = 50;

    @TempDir
    private Path temporary;

    @Test
    void theLoaderOfAFolderIsCollectedAfterClosing() throws Exception {
        WeakReference<ClassLoader> loader = loadUseAndClose();
        for (int attempt = 0; attempt < COLLECTIONS && loader.get() != null; attempt++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(loader.get()).isNull();
    }

    @Test
    void closingTwiceChangesNothing() throws IOException {
        InstalledPlugins installed = PluginDiscovery.discover(sources());
        installed.close();
        installed.close();
        assertThat(installed.plugins()).extracting(PluginHandle::id).containsExactly("core", "acme");
    }

    /** In a method of its own, so that no variable of the test keeps the plugin. */
    private WeakReference<ClassLoader> loadUseAndClose() throws Exception {
        try (InstalledPlugins installed = PluginDiscovery.discover(sources())) {
            ClassLoader loader =
                    installed.plugins().get(1).instance().getClass().getClassLoader();
            loader.loadClass("org.example.numbers.Leak")
                    .getMethod("rate", double.class)
                    .invoke(null, 2.0);
            return new WeakReference<>(loader);
        }
    }

    private PluginSources sources() throws IOException {
        ExternalJars jars = new ExternalJars(Files.createDirectory(temporary.resolve("built")));
        Path folder = Files.createDirectories(temporary.resolve("plugins").resolve("acme"));
        Path library = jars.library();
        for (Path jar : List.of(library, jars.acme(library))) {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
        return PluginSources.classPathOnly().withFolders(List.of(temporary.resolve("plugins")));
    }
}
