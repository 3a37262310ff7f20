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
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginDiscoveryTest {
    private static final String INFO = "@PluginInfo(id = \"broken\", version = \"1.0.0\", api = Spi.VERSION) ";

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
    void aMissingLibraryIsNamedAndTheOthersStillLoad() throws IOException {
        Path library = jars.library();
        install("acme", jars.acme(library), library);
        install("broken", jars.plugin("broken.jar", INFO + """
                public final class BrokenPlugin extends Base implements Plugin {}
                class Base {}"""));
        without(plugins.resolve("broken").resolve("broken.jar"), "broken/Base.class");
        assertBroken("the class broken.Base is missing; put the library that holds it beside the plugin's jar");
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
                        + " take a release of the plugin for 0.1, or compile it anew");
    }

    @Test
    void anErrorInAStaticInitialiserIsKept() throws IOException {
        install("broken", jars.plugin("broken.jar", INFO + """
                public final class BrokenPlugin implements Plugin {
                    static { if (true) throw new IllegalStateException("no licence file"); }
                }"""));
        assertBroken("a static initialiser failed: java.lang.IllegalStateException: no licence file");
    }

    @Test
    void aThrowingConstructorIsKept() throws IOException {
        install("broken", jars.plugin("broken.jar", INFO + """
                public final class BrokenPlugin implements Plugin {
                    public BrokenPlugin() { throw new IllegalStateException("no licence file"); }
                }"""));
        assertBroken("it failed while it was made: java.lang.IllegalStateException: no licence file");
    }

    @Test
    void aFolderNamedOtherwiseThanItsPluginIsRefused() throws IOException {
        install("other", jars.plugin("broken.jar", INFO + "public final class BrokenPlugin implements Plugin {}"));
        assertBroken("the folder is named 'other', the plugin in it 'broken'; rename the folder to 'broken'");
    }

    @Test
    void coreIsReserved() throws IOException {
        install("core", jars.plugin("broken.jar", """
                @PluginInfo(id = "core", version = "1.0.0", api = Spi.VERSION)
                public final class BrokenPlugin implements Plugin {}"""));
        assertBroken("the id 'core' is reserved for Tendril itself; give the plugin of broken.BrokenPlugin another");
    }

    @Test
    void aPluginWithoutAnnotationIsRefused() throws IOException {
        install("broken", jars.plugin("broken.jar", "public final class BrokenPlugin implements Plugin {}"));
        assertBroken("the class broken.BrokenPlugin has no @PluginInfo; annotate it");
    }

    @Test
    void aMalformedIdIsRefused() throws IOException {
        install("broken", jars.plugin("broken.jar", """
                @PluginInfo(id = "Broken Cells", version = "1.0.0", api = Spi.VERSION)
                public final class BrokenPlugin implements Plugin {}"""));
        assertBroken(
                "the plugin's id is 'Broken Cells', want at most 64 lower-case letters, digits, '_' and '-', a letter first");
    }

    @Test
    void aVersionThatAnArchiveCouldNotNameIsRefused() throws IOException {
        install("broken", jars.plugin("broken.jar", """
                @PluginInfo(id = "broken", version = "1.0 beta", api = Spi.VERSION)
                public final class BrokenPlugin implements Plugin {}"""));
        assertBroken(
                "the plugin 'broken' has the version '1.0 beta', want at most 64 letters, digits, '.', '+', '_' and"
                        + " '-', such as 1.4.0");
    }

    @Test
    void aNullListIsRefusedWithThePluginWhole() throws IOException {
        install("broken", jars.plugin("broken.jar", INFO + """
                public final class BrokenPlugin implements Plugin {
                    @Override public List<MetricProvider<?>> metrics() { return null; }
                }"""));
        assertBroken("the plugin's list of components of kind metric is null; return an empty list");
    }

    @Test
    void aBadComponentNameIsRefusedWithThePluginWhole() throws IOException {
        install("broken", jars.plugin("broken.jar", INFO + activations("Swish-1", "swish")));
        assertBroken("is named 'Swish-1', want lower-case letters, digits and '_', a letter first");
    }

    @Test
    void twoComponentsOfOneNameAreRefusedWithThePluginWhole() throws IOException {
        install("broken", jars.plugin("broken.jar", INFO + activations("swish", "swish")));
        assertBroken("the plugin has two components of kind activation named 'swish'; rename one");
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
    void anEmptyFolderIsRefused() throws IOException {
        Files.createDirectory(plugins.resolve("acme"));
        assertBroken(
                "the folder holds no jar; put the plugin's jar and the libraries it needs into it, or remove the folder");
    }

    @Test
    void aFolderWithoutServiceEntryIsRefused() throws IOException {
        install("numbers", jars.library());
        assertBroken("no jar of the folder has an entry META-INF/services/dev.tendril.api.spi.Plugin");
    }

    @Test
    void aServiceEntryForAClassThatIsNotThereIsRefused() throws IOException {
        install("acme", jars.jar("acme.jar", jars.empty(), ExternalJars.service("acme.Gone")));
        assertBroken("Provider acme.Gone not found");
    }

    @Test
    void aFileThatIsNoJarIsRefused() throws IOException {
        Files.createDirectory(plugins.resolve("acme"));
        Files.writeString(plugins.resolve("acme").resolve("acme.jar"), "not a jar");
        assertBroken("cannot be read as a jar");
    }

    @Test
    void aManifestThatReachesOutOfTheFolderIsRefused() throws IOException {
        jars.library();
        install("acme", jars.withClassPath("acme.jar", "../../built/numbers-2.0.jar"));
        assertBroken("puts '../../built/numbers-2.0.jar' on the class path, outside the plugin's folder");
    }

    @Test
    void anIndexThatCouldReachOutOfTheFolderIsRefused() throws IOException {
        Path folder = Files.createDirectory(plugins.resolve("acme"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("acme.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/INDEX.LIST"));
            jar.write("JarIndex-Version: 1.0\n\n../../outside.jar\nacme\n".getBytes(StandardCharsets.UTF_8));
        }
        assertBroken("acme.jar holds META-INF/INDEX.LIST, which can name jars outside the plugin's folder");
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

    private static String activations(String first, String second) {
        String provider = """
                new ActivationProvider<NoParameters>() {
                    public String name() { return "%s"; }
                    public Class<NoParameters> parameters() { return NoParameters.class; }
                    public String description() { return "An activation."; }
                    public dev.tendril.api.layer.Activation create(NoParameters none) { return x -> x; }
                }""";
        return """
                public final class BrokenPlugin implements Plugin {
                    @Override public List<ActivationProvider<?>> activations() {
                        return List.of(%s, %s);
                    }
                }""".formatted(provider.formatted(first), provider.formatted(second));
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

    private static void without(Path jar, String entry) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.delete(zip.getPath(entry));
        }
    }
}
