package dev.tendril.runtime.plugin;

import static java.util.stream.Collectors.joining;

import dev.tendril.api.spi.Plugin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the sources of plugins and libraries into jars, as somebody outside Tendril would: against the interface alone. */
final class ExternalJars {
    static final String SERVICES = "META-INF/services/" + Plugin.class.getName();

    private final Path folder;

    /** Works in an empty folder. */
    ExternalJars(Path folder) {
        this.folder = folder;
    }

    /** The library that the plugin {@code acme} needs. */
    Path library() {
        return jar("numbers-2.0.jar", compile("numbers", sources("library")), Map.of());
    }

    /** The plugin {@code acme}, which needs {@link #library}. */
    Path acme(Path library) {
        return jar(
                "acme-cells-1.4.0.jar", compile("acme", sources("plugin"), api(), library), service("acme.AcmePlugin"));
    }

    /** The same plugin by another id. */
    Path acmeAs(String id, Path library) {
        List<Path> changed = sources("plugin").stream()
                .map(source -> {
                    Path file = folder.resolve(id).resolve("acme").resolve(source.getFileName());
                    write(file, read(source).replace("\"acme\"", '"' + id + '"'));
                    return file;
                })
                .toList();
        return jar(id + "-cells-1.4.0.jar", compile(id, changed, api(), library), service("acme.AcmePlugin"));
    }

    /** The same jar with the whole interface bundled. */
    Path acmeWithTheInterface(Path library) {
        Path classes = compile("acme-fat", sources("plugin"), api(), library);
        copy(api(), classes);
        return jar("acme-fat-1.4.0.jar", classes, service("acme.AcmePlugin"));
    }

    /** A plugin of one class {@code broken.BrokenPlugin}, given what stands between its imports and its end. */
    Path plugin(String jar, String annotationAndClass, Path... libraries) {
        String source = "package broken; import dev.tendril.api.spi.*; import java.util.*; " + annotationAndClass;
        Path file = folder.resolve(jar + "-source").resolve("broken").resolve("BrokenPlugin.java");
        write(file, source);
        Path[] classPath = Stream.concat(Stream.of(api()), Stream.of(libraries)).toArray(Path[]::new);
        return jar(jar, compile(jar + "-classes", List.of(file), classPath), service("broken.BrokenPlugin"));
    }

    /** A jar of classes and further text entries. */
    Path jar(String name, Path classes, Map<String, String> entries) {
        return jar(name, classes, entries, new Manifest());
    }

    /** A jar whose manifest extends the class path. */
    Path withClassPath(String name, String classPath) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        return jar(name, empty(), Map.of(), manifest);
    }

    /** An entry that names a plugin's class. */
    static Map<String, String> service(String type) {
        return Map.of(SERVICES, type);
    }

    /** A folder without classes. */
    Path empty() {
        Path empty = folder.resolve("empty");
        directories(empty);
        return empty;
    }

    /** The classes of the plugin interface. */
    static Path api() {
        return classesOf(Plugin.class);
    }

    /** The folder or jar that a class of this test run was loaded from. */
    static Path classesOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Path compile(String name, List<Path> sources, Path... classPath) {
        Path classes = folder.resolve(name + "-classes");
        directories(classes);
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the tests need a JDK");
        StringWriter messages = new StringWriter();
        String path =
                Arrays.stream(classPath).map(Path::toString).collect(joining(System.getProperty("path.separator")));
        List<String> options = List.of("-d", classes.toString(), "-cp", path, "-proc:none", "--release", "17");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new AssertionError("the sources of " + name + " do not compile: " + messages);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return classes;
    }

    private static List<Path> sources(String part) {
        URI root;
        try {
            root = Objects.requireNonNull(ExternalJars.class.getResource("/external-plugin/" + part))
                    .toURI();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path jar(String name, Path classes, Map<String, String> entries, Manifest manifest) {
        Path file = folder.resolve(name);
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, jar);
            }
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                directories(Objects.requireNonNull(target.getParent()));
                Files.copy(each, target);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, String text) {
        directories(Objects.requireNonNull(file.getParent()));
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void directories(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
