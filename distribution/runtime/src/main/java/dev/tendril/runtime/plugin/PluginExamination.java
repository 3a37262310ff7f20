package dev.tendril.runtime.plugin;

import dev.tendril.api.TendrilException;
import dev.tendril.runtime.component.BrokenPlugin;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.PluginHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at what is installed more closely than a start does, and says what to do about what it finds. */
public final class PluginExamination {
    private final InstalledPlugins installed;
    private final ComponentRegistry registry;

    private PluginExamination(InstalledPlugins installed, ComponentRegistry registry) {
        this.installed = installed;
        this.registry = registry;
    }

    /**
     * One thing that was found.
     *
     * @param wrong whether it is to be mended; else it is worth knowing
     * @param what was found
     * @param remedy what to do
     */
    public record Finding(boolean wrong, String what, String remedy) {
        /** Something to be mended. */
        static Finding wrong(String what, String remedy) {
            return new Finding(true, what, remedy);
        }

        /** Something worth knowing. */
        static Finding remark(String what, String remedy) {
            return new Finding(false, what, remedy);
        }
    }

    /**
     * What was found of one plugin, or in one place.
     *
     * @param subject the plugin with its version and jar, or the place
     * @param components how many of it can be used
     * @param findings in the order they were made
     */
    public record Examined(String subject, int components, List<Finding> findings) {
        public Examined {
            findings = List.copyOf(findings);
        }
    }

    /** Examines every plugin that is loaded, then those that are broken, then what else lies in the folders of plugins. */
    public static List<Examined> of(InstalledPlugins installed, ComponentRegistry registry) {
        return new PluginExamination(installed, registry).examined();
    }

    /** SHA-256 digests of the jars in the folders of plugins, by path: what an {@link AllowList} of them would list. */
    public static Map<Path, String> digests(InstalledPlugins installed) {
        Map<Path, String> digests = new LinkedHashMap<>();
        for (Path root : installed.folders()) {
            for (Path entry : entries(root).stream().filter(Files::isDirectory).toList()) {
                entries(entry).stream().filter(PluginFolder::isJar).forEach(jar -> digests.put(jar, JarDigest.of(jar)));
            }
        }
        return digests;
    }

    private List<Examined> examined() {
        List<Examined> all = new ArrayList<>();
        ComponentExamination components = new ComponentExamination(registry);
        for (PluginHandle plugin : registry.plugins()) {
            List<Finding> findings = new ArrayList<>(components.of(plugin));
            folderOf(plugin).stream()
                    .flatMap(folder -> FolderExamination.of(folder).stream())
                    .forEach(findings::add);
            int count = (int) registry.list().stream()
                    .filter(component -> component.owner().id().equals(plugin.id()))
                    .count();
            all.add(new Examined(plugin.label(), count, findings));
        }
        registry.broken().forEach(broken -> all.add(new Examined(broken.location(), 0, List.of(finding(broken)))));
        installed.folders().stream()
                .flatMap(root -> entries(root).stream())
                .flatMap(entry -> FolderExamination.beside(entry).stream())
                .forEach(all::add);
        return all;
    }

    private static Finding finding(BrokenPlugin broken) {
        String reason = broken.label().substring(broken.location().length() + 2);
        int remedy = reason.lastIndexOf("; ");
        return remedy < 0
                ? Finding.wrong("it is not loaded: " + reason, "ask its author, with this message")
                : Finding.wrong("it is not loaded: " + reason.substring(0, remedy), reason.substring(remedy + 2));
    }

    /** The folder that a plugin was loaded from; none if it is on the class path. */
    private List<Path> folderOf(PluginHandle plugin) {
        return installed.folders().stream()
                .map(root -> root.resolve(plugin.id()))
                .filter(folder -> plugin.origin().startsWith(folder.toString()))
                .toList();
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException failure) {
            throw new TendrilException("the folder " + folder + " cannot be read: " + failure, failure);
        }
    }
}
