package dev.tendril.runtime.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where plugins are looked for.
 *
 * @param classPath loader whose class path is searched; the plugin {@code core} is on it
 * @param folders each holds one folder a plugin
 * @param allowedJars SHA-256 digests, in hexadecimal, of every jar that a plugin folder may hold; empty allows any jar
 */
public record PluginSources(ClassLoader classPath, List<Path> folders, Optional<Set<String>> allowedJars) {
    public PluginSources {
        folders = List.copyOf(folders);
        allowedJars = allowedJars.map(PluginSources::lowerCase);
    }

    /** The class path of the runtime itself, and no folders. */
    public static PluginSources classPathOnly() {
        return new PluginSources(hostLoader(), List.of(), Optional.empty());
    }

    /** The same class path with other folders. */
    public PluginSources withFolders(List<Path> others) {
        return new PluginSources(classPath, others, allowedJars);
    }

    /** The same folders with another class path. */
    public PluginSources withClassPath(ClassLoader other) {
        return new PluginSources(other, folders, allowedJars);
    }

    /** The same places; only jars with these digests are loaded from folders. */
    public PluginSources withAllowedJars(Set<String> digests) {
        return new PluginSources(classPath, folders, Optional.of(digests));
    }

    /** The loader of the runtime, which sees what host and plugins share. */
    static ClassLoader hostLoader() {
        return PluginSources.class.getClassLoader();
    }

    private static Set<String> lowerCase(Set<String> digests) {
        Set<String> lower =
                digests.stream().map(digest -> digest.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        for (String digest : lower) {
            if (!AllowList.isDigest(digest)) {
                throw new IllegalArgumentException(
                        "'" + digest + "' is not a SHA-256 digest: want 64 hexadecimal digits");
            }
        }
        return lower;
    }
}
