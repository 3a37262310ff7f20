package dev.tendril.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What lies in the distribution. */
final class ContentIT {
    /** Apart from plugins/, where a user of the folder may have put some, and cache/, which its first start makes. */
    @Test
    void zipHoldsTheFolder() throws Exception {
        assertThat(zipped()).isEqualTo(unpacked()).isNotEmpty();
    }

    @Test
    void folderOfPluginsSaysWhatBelongsThere() {
        assertThat(Distribution.folder().resolve("plugins/README.md")).isNotEmptyFile();
    }

    /** One jar in a folder of the plugin's id, whose module is one of the source tree; none is forgotten, none is left over. */
    @Test
    void zipBringsEveryPluginOfTheSourceTree() throws IOException {
        List<String> brought = new ArrayList<>();
        try (ZipFile zip = new ZipFile(Distribution.zip().toFile())) {
            zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.contains("/plugins/") && name.contains("/tendril-plugin-"))
                    .map(name -> name.substring(name.indexOf('/') + 1))
                    .forEach(brought::add);
        }
        assertThat(brought).hasSize(sourceTree().size()).allSatisfy(jar -> assertThat(sourceTree())
                .anyMatch(id -> jar.startsWith("plugins/" + id + "/tendril-plugin-" + id + "-")));
    }

    /** The folders of plugins/ whose module is a plugin; others are for those who write plugins. */
    private static List<String> sourceTree() {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of("..", "..", "plugins"))) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                String id = folder.getFileName().toString();
                Path module = folder.resolve("pom.xml");
                if (Files.exists(module)
                        && Files.readString(module).contains("<artifactId>tendril-plugin-" + id + "</artifactId>")) {
                    ids.add(id);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return ids;
    }

    @Test
    void libraryHoldsNoPluginNorWhatOnlyAPluginNeeds() throws IOException {
        try (Stream<Path> jars = Files.list(Distribution.folder().resolve("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("tendril-plugin-") || name.startsWith("re2j-"));
        }
    }

    @Test
    void launcherMayBeExecuted() {
        assertThat(Distribution.folder().resolve("bin/tendril")).isExecutable();
    }

    @Test
    void libraryHoldsTheModulesAndNoTestLibrary() throws Exception {
        try (Stream<Path> jars = Files.list(Distribution.folder().resolve("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .allMatch(name -> name.endsWith(".jar"))
                    .anyMatch(name -> name.startsWith("tendril-cli-"))
                    .anyMatch(name -> name.startsWith("tendril-runtime-"))
                    .anyMatch(name -> name.startsWith("tendril-api-"))
                    .noneMatch(name -> name.startsWith("junit-") || name.startsWith("assertj-"));
        }
    }

    @Test
    void everyModuleSaysItsStableName() throws IOException {
        try (Stream<Path> jars = Files.list(Distribution.folder().resolve("lib"))) {
            for (Path jar : jars.filter(path -> path.getFileName().toString().startsWith("tendril-"))
                    .toList()) {
                String artifact = jar.getFileName().toString().split("-")[1];
                assertThat(manifest(jar)).contains("Automatic-Module-Name: dev.tendril." + artifact);
            }
        }
    }

    private static Map<String, Long> unpacked() throws IOException {
        Path folder = Distribution.folder();
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path inside = folder.relativize(file);
                if (!inside.startsWith("plugins") && !inside.startsWith("cache")) {
                    sizes.put(inside.toString().replace('\\', '/'), Files.size(file));
                }
            }
        }
        return sizes;
    }

    private static Map<String, Long> zipped() throws IOException {
        String prefix = Distribution.folder().getFileName() + "/";
        Map<String, Long> sizes = new TreeMap<>();
        try (ZipFile zip = new ZipFile(Distribution.zip().toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .filter(entry -> !entry.getName().startsWith(prefix + "plugins/"))
                    .forEach(entry -> sizes.put(entry.getName().substring(prefix.length()), entry.getSize()));
        }
        return sizes;
    }

    private static String manifest(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry("META-INF/MANIFEST.MF");
            try (InputStream in = zip.getInputStream(entry)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
