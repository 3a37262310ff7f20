package dev.tendril.runtime.plugin;

import dev.tendril.api.TendrilException;
import dev.tendril.runtime.plugin.PluginExamination.Examined;
import dev.tendril.runtime.plugin.PluginExamination.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What lies in the folders of plugins: jars that bundle what they must not, jars that nothing loads. */
final class FolderExamination {
    /** Packages that always come from the host, and what a plugin's build must say so as not to bundle them. */
    private static final Map<String, String> OF_THE_HOST = Map.of(
            "dev/tendril/api/", "the plugin interface",
            "org/slf4j/", "SLF4J",
            "org/jspecify/", "the JSpecify annotations");

    private FolderExamination() {}

    /** What there is to say about the folder of a plugin that loads. */
    static List<Finding> of(Path folder) {
        List<Finding> findings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 3)) {
            for (Path file : files.filter(PluginFolder::isJar).sorted().toList()) {
                if (folder.equals(file.getParent())) {
                    findings.addAll(bundled(file));
                    openToAll(file).ifPresent(findings::add);
                } else {
                    findings.add(Finding.wrong(
                            file + " lies in a folder of its own and is not loaded",
                            "move it to " + folder + ", beside the plugin's jar, or remove it"));
                }
            }
        } catch (IOException failure) {
            throw new TendrilException("the folder " + folder + " cannot be read: " + failure, failure);
        }
        return findings;
    }

    /** What there is to say about an entry of a folder of plugins that is no plugin's folder. */
    static Optional<Examined> beside(Path entry) {
        String name = entry.getFileName().toString();
        if (PluginFolder.isJar(entry)) {
            return Optional.of(new Examined(
                    entry.toString(),
                    0,
                    List.of(Finding.wrong(
                            "the jar lies directly in the folder of plugins and is not loaded",
                            "make a folder named after the plugin's id and move the jar, and the libraries it needs,"
                                    + " into it"))));
        }
        return name.endsWith(".zip") && Files.isRegularFile(entry)
                ? Optional.of(new Examined(
                        entry.toString(),
                        0,
                        List.of(Finding.wrong("the zip is not loaded", "unpack it here, then remove it"))))
                : Optional.empty();
    }

    private static List<Finding> bundled(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<String> classes = file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
            return OF_THE_HOST.entrySet().stream()
                    .filter(entry -> classes.stream().anyMatch(name -> name.startsWith(entry.getKey())))
                    .map(entry -> Finding.wrong(
                            jar + " bundles " + entry.getValue() + "; what is used is always Tendril's own",
                            "build it with that dependency 'provided' (Maven) or 'compileOnly' (Gradle)"))
                    .sorted((left, right) -> left.what().compareTo(right.what()))
                    .toList();
        }
    }

    /** Whoever can write to a jar decides what runs here. */
    private static Optional<Finding> openToAll(Path jar) throws IOException {
        if (Files.getFileAttributeView(jar, PosixFileAttributeView.class) == null
                || !Files.getPosixFilePermissions(jar).contains(PosixFilePermission.OTHERS_WRITE)) {
            return Optional.empty();
        }
        return Optional.of(Finding.wrong(
                "every user of this machine may write to " + jar + ", and so decide what it does", "chmod o-w " + jar));
    }
}
