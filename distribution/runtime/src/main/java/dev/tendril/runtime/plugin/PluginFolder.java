package dev.tendril.runtime.plugin;

import dev.tendril.api.TendrilException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * One folder with a plugin's jar and the libraries it needs.
 *
 * @param path as the operator gave it
 * @param jars the jars lying directly in it, by name
 * @param states what each was when it was listed
 */
record PluginFolder(Path path, List<Path> jars, Map<Path, JarState> states) {
    private static final String INDEX = "META-INF/INDEX.LIST";

    PluginFolder {
        jars = List.copyOf(jars);
        states = Map.copyOf(states);
    }

    /**
     * Reads which jars a folder holds.
     *
     * @throws TendrilException if it cannot be read or holds no jar
     */
    static PluginFolder read(Path path) {
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> jars =
                    entries.filter(PluginFolder::isNamedAsJar).sorted().toList();
            if (jars.isEmpty()) {
                throw new TendrilException(
                        "the folder holds no jar; put the plugin's jar and the libraries it needs into it,"
                                + " or remove the folder");
            }
            Map<Path, JarState> states = new LinkedHashMap<>();
            for (Path jar : jars) {
                if (!Files.isRegularFile(jar)) {
                    throw new TendrilException(jar + " is no file; put the jar itself there, or remove it");
                }
                states.put(jar, JarState.of(jar));
            }
            return new PluginFolder(path, jars, states);
        } catch (IOException failure) {
            throw new TendrilException("the folder cannot be read: " + failure, failure);
        }
    }

    /** Whether a path is a jar. */
    static boolean isJar(Path path) {
        return isNamedAsJar(path) && Files.isRegularFile(path);
    }

    private static boolean isNamedAsJar(Path path) {
        return path.getFileName().toString().endsWith(".jar");
    }

    /** Its name, which is the plugin's id. */
    String id() {
        return path.getFileName().toString();
    }

    /**
     * Demands that every jar is allowed.
     *
     * @throws TendrilException naming the first jar that is not
     */
    void requireAllowed(Set<String> digests) {
        for (Path jar : jars) {
            String digest = JarDigest.of(jar);
            if (!digests.contains(digest)) {
                throw new TendrilException(
                        jar + " is not on the list of allowed jars; if you trust it, add its SHA-256 digest " + digest);
            }
        }
    }

    /**
     * Demands that every jar is still the one that was listed, since its digest was taken and its content checked then.
     *
     * @throws TendrilException naming the first jar that is not
     */
    void requireUnchanged() {
        for (Path jar : jars) {
            if (!JarState.of(jar).equals(states.get(jar))) {
                throw new TendrilException(
                        jar + " was changed while it was loaded; start again once nobody writes to it");
            }
        }
    }

    /**
     * Demands that no jar extends the class path beyond this folder, by its manifest or by an index.
     *
     * @throws TendrilException naming the first entry that does
     */
    void requireClosed() {
        for (Path jar : jars) {
            requireNoIndex(jar);
            for (String entry : classPath(jar)) {
                target(jar, entry).filter(file -> !contains(file)).ifPresent(file -> {
                    throw new TendrilException("the manifest of " + jar + " puts '" + entry
                            + "' on the class path, outside the plugin's folder; copy that jar into the folder");
                });
            }
        }
    }

    /** An index names further jars, which Java 17 follows wherever they lie. */
    private static void requireNoIndex(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.stream().anyMatch(entry -> entry.getName().equalsIgnoreCase(INDEX))) {
                throw new TendrilException(jar + " holds " + INDEX
                        + ", which can name jars outside the plugin's folder; build it without an index");
            }
        } catch (IOException failure) {
            throw unreadable(jar, failure);
        }
    }

    private static TendrilException unreadable(Path jar, IOException failure) {
        return new TendrilException(
                jar + " cannot be read as a jar: " + failure.getMessage() + "; fetch it again", failure);
    }

    /** A new class loader over its jars. */
    PluginClassLoader open() {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException failure) {
                throw new TendrilException(jar + " lies on a file system that classes cannot be loaded from", failure);
            }
        }
        return new PluginClassLoader(id(), urls, PluginSources.hostLoader());
    }

    /** A jar of this folder the way the folder was given, for messages. */
    Path asGiven(Optional<Path> jar) {
        return jar.map(file -> path.resolve(file.getFileName())).orElse(path);
    }

    private boolean contains(Path file) {
        return jars.stream().anyMatch(jar -> jar.toAbsolutePath().normalize().equals(file));
    }

    private static List<String> classPath(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String entries =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return entries == null
                    ? List.of()
                    : Stream.of(entries.split(" ", -1))
                            .filter(entry -> !entry.isBlank())
                            .toList();
        } catch (IOException failure) {
            throw unreadable(jar, failure);
        }
    }

    /** The file that a manifest's class path entry leads to, if there is one; entries without a file load nothing. */
    private static Optional<Path> target(Path jar, String entry) {
        try {
            URI uri = jar.toUri().resolve(URI.create(entry));
            if (!"file".equals(uri.getScheme())) {
                throw new TendrilException("the manifest of " + jar + " puts '" + entry
                        + "' on the class path, which is no file; remove the entry");
            }
            return Optional.of(Path.of(uri).normalize()).filter(Files::exists);
        } catch (IllegalArgumentException noFile) {
            throw new TendrilException(
                    "the manifest of " + jar + " has the class path entry '" + entry
                            + "', which is no relative URL; remove the entry",
                    noFile);
        }
    }
}
