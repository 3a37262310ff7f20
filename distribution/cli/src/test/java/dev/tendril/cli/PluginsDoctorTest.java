package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examination of folders of plugins, whose jars are compiled here. */
final class PluginsDoctorTest {
    private static final String SERVICES = "META-INF/services/dev.tendril.api.spi.Plugin";

    @TempDir
    private Path folder;

    private Path plugins;

    @BeforeEach
    void twoPluginsWithTheSameNames() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        for (String id : List.of("acme", "zenith")) {
            jar(plugins.resolve(id).resolve(id + ".jar"), id, Map.of());
        }
    }

    @Test
    void theCoreAloneIsFine() {
        CommandLineRun run = CommandLineRun.of("plugins", "doctor");
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).matches("core 0\\.1\\.0 \\(.*\\): fine, [0-9]+ components\n\nnothing is wrong\n");
    }

    @Test
    void namesThatMeanSeveralAreNotedAndNotWrong() {
        CommandLineRun run = doctor();
        assertThat(run.exitCode()).isZero();
        Golden.assertEquals("plugins-doctor-notes.txt", readable(run.output()));
    }

    @Test
    void everythingAmissIsSaidWithItsRemedy() throws IOException {
        jar(
                plugins.resolve("fat").resolve("fat.jar"),
                "fat",
                Map.of(
                        "dev/tendril/api/Shape.class",
                        "",
                        "org/slf4j/Logger.class",
                        "",
                        "org/jspecify/annotations/X.class",
                        ""));
        jar(plugins.resolve("fat").resolve("lib").resolve("library.jar"), "library", Map.of());
        Files.createDirectory(plugins.resolve("unused"));
        Files.writeString(plugins.resolve("stray.jar"), "");
        Files.writeString(plugins.resolve("packed.zip"), "");
        Files.createDirectories(plugins.resolve("damaged"));
        Files.writeString(plugins.resolve("damaged").resolve("damaged.jar"), "no jar");
        CommandLineRun run = doctor();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).as("all is said once").isEmpty();
        Golden.assertEquals("plugins-doctor.txt", readable(run.output()));
    }

    @Test
    void itsDigestsAreAListOfAllowedJars() throws IOException {
        Path allowed = Files.writeString(
                folder.resolve("allowed.txt"),
                doctor().output()
                        .lines()
                        .filter(line -> line.matches("#.*|[0-9a-f]{64}  .*"))
                        .reduce("", (all, line) -> all + line + "\n"));
        String[] listing = {"plugins", "--plugins", plugins.toString(), "--plugin-digests", allowed.toString()};
        assertThat(CommandLineRun.of(listing).exitCode()).isZero();

        Path jar = plugins.resolve("acme").resolve("acme.jar");
        jar(jar, "acme", Map.of("another.txt", "content"));
        CommandLineRun run = CommandLineRun.of(listing);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("zenith 1.0.0").doesNotContain("acme 1.0.0");
        assertThat(run.errors().replaceAll("[0-9a-f]{64}", "DIGEST"))
                .isEqualTo("warning: a plugin is not loaded: " + plugins.resolve("acme") + ": " + jar
                        + " is not on the list of allowed jars; if you trust it, add its SHA-256 digest DIGEST\n");
    }

    @Test
    void aListThatIsNoneIsAnError() throws IOException {
        Path allowed = Files.writeString(folder.resolve("allowed.txt"), "acme.jar\n");
        CommandLineRun run = CommandLineRun.of("plugins", "--plugin-digests", allowed.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).startsWith("error: " + allowed + ":1: here belongs the SHA-256 digest of a jar");
    }

    private CommandLineRun doctor() {
        return CommandLineRun.of("plugins", "doctor", "--plugins", plugins.toString());
    }

    private String readable(String output) {
        return output.replace(plugins.toString(), "plugins")
                .replaceFirst("core 0\\.1\\.0 \\(.*\\): fine, [0-9]+ ", "core 0.1.0 (…): fine, … ")
                .replaceAll("[0-9a-f]{64}", "DIGEST");
    }

    /** A plugin with an activation of its own and one that the core has too. */
    private void jar(Path file, String id, Map<String, String> entries) throws IOException {
        Path classes = compile(id);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
                Stream<Path> walk = Files.walk(classes)) {
            for (Path each : walk.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, jar);
            }
            jar.putNextEntry(new JarEntry(SERVICES));
            jar.write("example.ExamplePlugin".getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private Path compile(String id) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source-" + id)).resolve("ExamplePlugin.java");
        Files.writeString(source, """
                package example;
                import dev.tendril.api.spi.*;
                import dev.tendril.api.layer.Activation;
                import java.util.List;
                @PluginInfo(id = "%s", version = "1.0.0", api = Spi.VERSION)
                public final class ExamplePlugin implements Plugin {
                    @Override public List<ActivationProvider<?>> activations() {
                        return List.of(new Named("swish"), new Named("tanh"));
                    }
                    public record Steepness(@Param("How steep.") @Default("1") double steepness) {
                        public Steepness {
                            if (%s) throw new IllegalArgumentException("steepness " + steepness + " is too little");
                        }
                    }
                    record Named(String name) implements ActivationProvider<Steepness> {
                        @Override public Class<Steepness> parameters() { return Steepness.class; }
                        @Override public String description() { return "An activation."; }
                        @Override public Activation create(Steepness all) { return x -> x; }
                    }
                }
                """.formatted(id, id.equals("fat") ? "steepness < 2" : "steepness < 0"));
        Path classes = Files.createDirectories(folder.resolve("classes-" + id));
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the tests need a JDK");
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "--release",
                "17");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            assertThat(compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                            .call())
                    .as(messages.toString())
                    .isTrue();
        }
        return classes;
    }
}
