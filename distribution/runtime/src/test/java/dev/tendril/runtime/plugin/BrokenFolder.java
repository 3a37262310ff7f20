package dev.tendril.runtime.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** A folder of plugins in which something broken is put together. */
final class BrokenFolder {
    private static final String INFO = "@PluginInfo(id = \"broken\", version = \"1.0.0\", api = Spi.VERSION) ";
    private static final String JAR = "broken.jar";

    private final Path plugins;
    private final ExternalJars jars;

    BrokenFolder(Path plugins, ExternalJars jars) {
        this.plugins = plugins;
        this.jars = jars;
    }

    /** What is done to break it. */
    @FunctionalInterface
    interface Breaking {
        void in(BrokenFolder folder) throws IOException;
    }

    Path plugins() {
        return plugins;
    }

    ExternalJars jars() {
        return jars;
    }

    /** The plugin's jar in its folder. */
    Path jar() {
        return plugins.resolve("broken").resolve(JAR);
    }

    /** A plugin of this class, wholly as given. */
    BrokenFolder type(String declaration) throws IOException {
        return install("broken", jars.plugin(JAR, declaration));
    }

    /** A plugin with the usual identity and this body. */
    BrokenFolder body(String members) throws IOException {
        return type(INFO + "public final class BrokenPlugin implements Plugin { " + members + " }");
    }

    /** A plugin of one activation, whose provider has these members besides what it needs. */
    BrokenFolder activation(String members) throws IOException {
        return body("@Override public List<ActivationProvider<?>> activations() { return List.of(new Swish()); } }"
                + provider("Swish", "NoParameters", members) + " class Nothing {");
    }

    /** A plugin of one activation with these parameters. */
    BrokenFolder parameters(String components) throws IOException {
        return body("@Override public List<ActivationProvider<?>> activations() { return List.of(new Swish()); }"
                + " public enum Shade { DARK, LIGHT }"
                + " public record Parameters(" + components + ") {} }"
                + provider("Swish", "BrokenPlugin.Parameters", "") + " class Nothing {");
    }

    /** A class that provides an activation; members given replace the usual ones. */
    static String provider(String type, String parameters, String members) {
        Map<String, String> usual = Map.of(
                "name()",
                "public String name() { return \"swish\"; }",
                "parameters()",
                "public Class<%1$s> parameters() { return %1$s.class; }".formatted(parameters),
                "description()",
                "public String description() { return \"An activation.\"; }",
                "create(",
                "public dev.tendril.api.layer.Activation create(%s all) { return x -> x; }".formatted(parameters));
        StringBuilder text =
                new StringBuilder(" final class " + type + " implements ActivationProvider<" + parameters + "> { ");
        usual.forEach((method, source) -> text.append(members.contains(method) ? "" : source));
        return text.append(members).append(" }").toString();
    }

    /** A jar without classes and with this service entry. */
    BrokenFolder service(String content) throws IOException {
        return install("broken", jars.jar(JAR, jars.empty(), ExternalJars.service(content)));
    }

    /** Copies files into the folder of a plugin. */
    BrokenFolder install(String id, Path... files) throws IOException {
        Path folder = Files.createDirectories(plugins.resolve(id));
        for (Path file : files) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        return this;
    }

    /** An empty folder. */
    BrokenFolder emptyFolder() throws IOException {
        return install("broken");
    }

    /** Takes an entry out of the jar. */
    void without(String entry) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar())) {
            Files.delete(zip.getPath(entry));
        }
    }

    /** Changes bytes of an entry of the jar. */
    void patch(String entry, int offset, int... bytes) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar())) {
            byte[] content = Files.readAllBytes(zip.getPath(entry));
            for (int i = 0; i < bytes.length; i++) {
                content[offset + i] = (byte) bytes[i];
            }
            Files.write(zip.getPath(entry), content);
        }
    }

    /** Puts an entry into the jar. */
    void entry(String name, String content) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar())) {
            Files.writeString(zip.getPath(name), content, StandardCharsets.UTF_8);
        }
    }

    /** Leaves of the jar its first bytes. */
    void truncate(int bytes) throws IOException {
        byte[] content = Files.readAllBytes(jar());
        Files.write(jar(), Arrays.copyOf(content, Math.min(bytes, content.length)));
    }
}
