package dev.tendril.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.runtime.component.BrokenPlugin;
import dev.tendril.runtime.component.PluginHandle;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What discovery finds and keeps apart; every way in which a plugin can be broken is in {@link BrokenPluginsTest}. */
final class PluginDiscoveryTest {
    @TempDir
    private Path temporary;

    private Path plugins;
    private ExternalJars jars;

    @BeforeEach
    void folders() throws IOException {
        plugins = Files.createDirectory(temporary.resolve("plugins"));
        jars = new ExternalJars(Files.createDirectory(temporary.resolve("built")));
    }

    @Test
    void coreIsFoundOnTheClassPathThroughItsServiceEntry() {
        try (InstalledPlugins installed = PluginDiscovery.discover(PluginSources.classPathOnly())) {
            assertThat(installed.plugins()).extracting(PluginHandle::id).containsExactly("core");
            assertThat(installed.plugins().get(0).instance()).isInstanceOf(CorePlugin.class);
            assertThat(installed.broken()).isEmpty();
            assertThat(installed.diagnostics()).isEmpty();
        }
    }

    @Test
    void aFolderOfTwoJarsIsOnePlugin() throws IOException {
        Path library = jars.library();
        install("acme", jars.acme(library), library);
        try (InstalledPlugins installed = discover()) {
            assertThat(installed.broken()).isEmpty();
            PluginHandle acme = installed.plugins().get(1);
            assertThat(acme.label())
                    .isEqualTo("acme 1.4.0 (" + plugins.resolve("acme").resolve("acme-cells-1.4.0.jar") + ")");
            assertThat(Kind.CELL.of(acme.instance())).singleElement().satisfies(cell -> assertThat(cell.name())
                    .isEqualTo("leaky"));
        }
    }

    @Test
    void itsLibraryIsLoadedByItsOwnLoaderAndUnseenByTheHost() throws Exception {
        Path library = jars.library();
        install("acme", jars.acme(library), library);
        try (InstalledPlugins installed = discover()) {
            ClassLoader loader =
                    installed.plugins().get(1).instance().getClass().getClassLoader();
            Class<?> leak = loader.loadClass("org.example.numbers.Leak");
            assertThat(leak.getClassLoader()).isSameAs(loader);
            assertThat(leak.getMethod("rate", double.class).invoke(null, 2.0)).isEqualTo(1 - Math.exp(-0.5));
            assertThatThrownBy(() -> getClass().getClassLoader().loadClass("org.example.numbers.Leak"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> loader.loadClass(PluginDiscovery.class.getName()))
                    .as("the host's own classes are unseen by the plugin")
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void theSameJarsWorkOnTheClassPath() throws IOException {
        Path library = jars.library();
        try (URLClassLoader classPath = loader(jars.acme(library), library);
                InstalledPlugins installed =
                        PluginDiscovery.discover(PluginSources.classPathOnly().withClassPath(classPath))) {
            assertThat(installed.broken()).isEmpty();
            assertThat(installed.plugins()).extracting(PluginHandle::id).containsExactly("core", "acme");
            assertThat(installed.plugins().get(1).origin()).endsWith("acme-cells-1.4.0.jar");
        }
    }

    @Test
    void aJarThatBundlesTheInterfaceStillLoads() throws IOException {
        Path library = jars.library();
        install("acme", jars.acmeWithTheInterface(library), library);
        try (InstalledPlugins installed = discover()) {
            assertThat(installed.broken()).isEmpty();
            assertThat(installed.plugins().get(1).instance()).isInstanceOf(Plugin.class);
        }
    }

    @Test
    void aJarThatBundlesTheInterfaceStillLoadsFromTheClassPath() throws IOException {
        Path library = jars.library();
        try (URLClassLoader classPath = loader(jars.acmeWithTheInterface(library), library);
                InstalledPlugins installed =
                        PluginDiscovery.discover(PluginSources.classPathOnly().withClassPath(classPath))) {
            assertThat(installed.broken()).isEmpty();
            assertThat(installed.plugins()).extracting(PluginHandle::id).containsExactly("core", "acme");
        }
    }

    @Test
    void aPluginForAnotherVersionOfTheInterfaceIsNeverInitialised() throws IOException {
        install("broken", jars.plugin("broken.jar", """
                @PluginInfo(id = "broken", version = "1.0.0", api = "0.7")
                public final class BrokenPlugin implements Plugin {
                    static { if (true) throw new IllegalStateException("initialised"); }
                }"""));
        assertBroken(
                "the plugin 'broken' 1.0.0 was compiled against version 0.7 of the plugin interface, this Tendril has 0.1;"
                        + " take a release of the plugin for 0.1, or a newer Tendril");
    }

    @Test
    void twoPluginsOfOneIdAreBothRefusedNamingBothJars() throws IOException {
        Path library = jars.library();
        Path acme = jars.acme(library);
        install("acme", acme, library);
        try (URLClassLoader classPath = loader(acme, library);
                InstalledPlugins installed = PluginDiscovery.discover(
                        PluginSources.classPathOnly().withClassPath(classPath).withFolders(List.of(plugins)))) {
            assertThat(installed.plugins()).extracting(PluginHandle::id).containsExactly("core");
            assertThat(installed.broken()).hasSize(2).allSatisfy(each -> assertThat(each.label())
                    .contains("the plugin id 'acme' is brought more than once, by " + acme + " and "
                            + plugins.resolve("acme").resolve("acme-cells-1.4.0.jar") + "; keep one of them"));
        }
    }

    @Test
    void aJarLyingDirectlyInTheFolderOfPluginsIsRemarked() throws IOException {
        Files.copy(jars.library(), plugins.resolve("acme-cells-1.4.0.jar"));
        try (InstalledPlugins installed = discover()) {
            assertThat(installed.broken()).isEmpty();
            assertThat(installed.diagnostics()).singleElement().satisfies(remark -> {
                assertThat(remark.message())
                        .isEqualTo("the jar " + plugins.resolve("acme-cells-1.4.0.jar")
                                + " lies directly in the folder of plugins and is not loaded");
                assertThat(remark.notes())
                        .singleElement()
                        .asString()
                        .contains("make a folder named after the plugin's id");
            });
        }
    }

    @Test
    void aManifestThatNamesAnotherJarOfTheFolderIsFine() throws IOException {
        Path library = jars.library();
        install("acme", jars.acme(library), library, jars.withClassPath("extra.jar", "numbers-2.0.jar gone.jar"));
        try (InstalledPlugins installed = discover()) {
            assertThat(installed.broken()).isEmpty();
            assertThat(installed.plugins()).extracting(PluginHandle::id).containsExactly("core", "acme");
        }
    }

    @Test
    void everyJarOfAFolderMustBeOnTheAllowList() throws IOException {
        Path library = jars.library();
        Path acme = jars.acme(library);
        install("acme", acme, library);
        PluginSources sources = PluginSources.classPathOnly().withFolders(List.of(plugins));
        Set<String> both = Set.of(JarDigest.of(acme), JarDigest.of(library));
        try (InstalledPlugins installed = PluginDiscovery.discover(sources.withAllowedJars(both))) {
            assertThat(installed.plugins()).extracting(PluginHandle::id).containsExactly("core", "acme");
        }
        try (InstalledPlugins installed =
                PluginDiscovery.discover(sources.withAllowedJars(Set.of(JarDigest.of(acme))))) {
            assertThat(installed.plugins()).extracting(PluginHandle::id).containsExactly("core");
            assertThat(installed.broken()).singleElement().satisfies(each -> assertThat(each.label())
                    .contains("numbers-2.0.jar is not on the list of allowed jars", JarDigest.of(library)));
        }
    }

    @Test
    void aDigestThatIsNoneIsRefused() {
        assertThatThrownBy(() -> PluginSources.classPathOnly().withAllowedJars(Set.of("abc")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'abc' is not a SHA-256 digest: want 64 hexadecimal digits");
    }

    @Test
    void aMissingFolderOfPluginsIsAnError() {
        PluginSources sources = PluginSources.classPathOnly().withFolders(List.of(temporary.resolve("gone")));
        assertThatThrownBy(() -> PluginDiscovery.discover(sources))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("create it or name another");
    }

    @Test
    void aMissingCoreIsSaidWithHowToMerge() throws IOException {
        try (URLClassLoader alone = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            PluginSources sources = PluginSources.classPathOnly().withClassPath(alone);
            assertThatThrownBy(() -> PluginDiscovery.discover(sources))
                    .isInstanceOf(TendrilException.class)
                    .hasMessageContainingAll(
                            "'core' was not found", "META-INF/services/dev.tendril.api.spi.Plugin", "merge");
        }
    }

    @Test
    void theLoaderOfTheThreadIsNeverRead() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Path library = jars.library();
        try (URLClassLoader withAcme = loader(jars.acme(library), library)) {
            thread.setContextClassLoader(withAcme);
            try (InstalledPlugins installed = PluginDiscovery.discover(PluginSources.classPathOnly())) {
                assertThat(installed.plugins()).extracting(PluginHandle::id).containsExactly("core");
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void install(String id, Path... files) throws IOException {
        Path folder = Files.createDirectory(plugins.resolve(id));
        for (Path file : files) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
    }

    private InstalledPlugins discover() {
        return PluginDiscovery.discover(PluginSources.classPathOnly().withFolders(List.of(plugins)));
    }

    /** Exactly one plugin is broken, with this reason; the others load. */
    private void assertBroken(String reason) {
        try (InstalledPlugins installed = discover()) {
            assertThat(installed.broken())
                    .singleElement()
                    .extracting(BrokenPlugin::label)
                    .asString()
                    .startsWith(plugins.toString())
                    .contains(reason);
            assertThat(installed.plugins())
                    .extracting(PluginHandle::id)
                    .startsWith("core")
                    .doesNotContain("broken");
        }
    }

    private static URLClassLoader loader(Path... files) {
        URL[] urls = Arrays.stream(files).map(PluginDiscoveryTest::url).toArray(URL[]::new);
        return new URLClassLoader(urls, PluginDiscoveryTest.class.getClassLoader());
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
