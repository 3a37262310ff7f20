package dev.tendril.distribution;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The jars of a plugin and of the library it needs, compiled the way somebody else would: against the interface's jar alone.
 *
 * @param plugin jar of the plugin {@code acme}
 * @param library jar of its library
 */
record ExternalPlugin(Path plugin, Path library) {
    /** The sources that the tests of the runtime use as well. */
    private static final Path SOURCES = Path.of("..", "runtime", "src", "test", "resources", "external-plugin");

    private static final String SERVICES = "META-INF/services/dev.tendril.api.spi.Plugin";

    /** Compiles into a folder. */
    static ExternalPlugin build(Path folder) throws IOException {
        Path libraryClasses = compile(folder.resolve("library"), "library", List.of());
        Path library = jar(folder.resolve("numbers-2.0.jar"), libraryClasses, "");
        Path classes = compile(folder.resolve("plugin"), "plugin", List.of(api(), library));
        return new ExternalPlugin(jar(folder.resolve("acme-cells-1.4.0.jar"), classes, "acme.AcmePlugin"), library);
    }

    private static Path api() throws IOException {
        try (Stream<Path> jars = Files.list(Distribution.folder().resolve("lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("tendril-api-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path compile(Path classes, String part, List<Path> classPath) throws IOException {
        Files.createDirectories(classes);
        String path = String.join(
                System.getProperty("path.separator"),
                classPath.stream().map(Path::toString).toList());
        List<String> options = List.of("-d", classes.toString(), "-cp", path, "-proc:none", "--release", "17");
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the tests need a JDK");
        StringWriter messages = new StringWriter();
        try (Stream<Path> walk = Files.walk(SOURCES.resolve(part));
                StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            List<Path> sources = walk.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new AssertionError("the " + part + " does not compile: " + messages);
            }
        }
        return classes;
    }

    private static Path jar(Path file, Path classes, String plugin) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
                Stream<Path> walk = Files.walk(classes)) {
            walk.filter(Files::isRegularFile).sorted().forEach(each -> add(jar, classes, each));
            if (!plugin.isEmpty()) {
                jar.putNextEntry(new JarEntry(SERVICES));
                jar.write(plugin.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static void add(JarOutputStream jar, Path classes, Path file) {
        try {
            jar.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, jar);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
