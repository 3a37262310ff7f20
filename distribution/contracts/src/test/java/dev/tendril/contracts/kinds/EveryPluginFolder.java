package dev.tendril.contracts.kinds;

import dev.tendril.contracts.kinds.every.EveryPlugin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A folder of plugins that holds {@link EveryPlugin}, as its author would hand it out. */
final class EveryPluginFolder {
    private EveryPluginFolder() {}

    /** Makes it: a jar with the classes of the plugin's package, and nothing else. */
    static Path in(Path folder) throws IOException {
        Class<?> plugin = EveryPlugin.class;
        Path classes = Path.of(
                plugin.getProtectionDomain().getCodeSource().getLocation().getPath());
        String inside = plugin.getPackageName().replace('.', '/');
        Path plugins = folder.resolve("plugins");
        Path jar = Files.createDirectories(plugins.resolve("every")).resolve("every-1.0.0.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.list(classes.resolve(inside))) {
            entries.putNextEntry(new JarEntry("META-INF/services/dev.tendril.api.spi.Plugin"));
            entries.write(plugin.getName().getBytes(StandardCharsets.UTF_8));
            for (Path file : files.toList()) {
                entries.putNextEntry(new JarEntry(inside + "/" + file.getFileName()));
                Files.copy(file, entries);
            }
        }
        return plugins;
    }
}
