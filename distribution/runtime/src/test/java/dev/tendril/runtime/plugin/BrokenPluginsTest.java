package dev.tendril.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.component.BrokenPlugin;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.plugin.BrokenFolder.Breaking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plugins broken in every way that was thought of: each is refused with the reason in words, {@code core} and a plugin beside it load
 * all the same, and no jar of what was refused stays open. The reasons are kept in {@code broken-plugins.txt}; run with
 * {@code -Dtendril.golden=write} to write them anew.
 */
final class BrokenPluginsTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "broken-plugins.txt");
    private static final Map<String, Breaking> CASES = cases();

    @TempDir
    private static Path shared;

    private static Path healthy;

    @TempDir
    private Path temporary;

    private BrokenFolder folder;

    @BeforeAll
    static void aHealthyPlugin() {
        ExternalJars jars = new ExternalJars(shared);
        healthy = jars.plugin("healthy.jar", """
                @PluginInfo(id = "healthy", version = "1.0.0", api = Spi.VERSION)
                public final class BrokenPlugin implements Plugin {
                    @Override public List<ActivationProvider<?>> activations() { return List.of(new Fine()); }
                }""" + BrokenFolder.provider("Fine", "NoParameters", ""));
    }

    @BeforeEach
    void itsFolder() throws IOException {
        folder = new BrokenFolder(
                Files.createDirectory(temporary.resolve("plugins")),
                new ExternalJars(Files.createDirectory(temporary.resolve("built"))));
        folder.install("healthy", healthy);
    }

    private static Map<String, Breaking> cases() {
        Map<String, Breaking> cases = new TreeMap<>();
        cases.putAll(classes());
        cases.putAll(identities());
        cases.putAll(services());
        cases.putAll(files());
        cases.putAll(offers());
        cases.putAll(kinds());
        cases.putAll(parameters());
        return cases;
    }

    private static Map<String, Breaking> classes() {
        return Map.of(
                "a class is missing",
                folder -> folder.type("""
                        @PluginInfo(id = "broken", version = "1.0.0", api = Spi.VERSION)
                        public final class BrokenPlugin extends Base implements Plugin {} class Base {}""").without("broken/Base.class"),
                "a library is missing",
                folder -> folder.install(
                        "broken",
                        folder.jars().plugin("broken.jar", """
                        @PluginInfo(id = "broken", version = "1.0.0", api = Spi.VERSION)
                        public final class BrokenPlugin implements Plugin {
                            private final double rate = org.example.numbers.Leak.rate(2);
                        }""", folder.jars().library())),
                "a class of the host is used",
                folder -> folder.install(
                        "broken", folder.jars().plugin("broken.jar", """
                        @PluginInfo(id = "broken", version = "1.0.0", api = Spi.VERSION)
                        public final class BrokenPlugin implements Plugin {
                            private final Object builder = dev.tendril.runtime.Tendril.builder();
                        }""", ExternalJars.classesOf(Tendril.class))),
                "a static initialiser fails",
                folder -> folder.body("static { if (true) throw new IllegalStateException(\"no licence file\"); }"),
                "the constructor throws",
                folder ->
                        folder.body("public BrokenPlugin() { throw new IllegalStateException(\"no licence file\"); }"),
                "the constructor uses up the memory",
                folder -> folder.body("public BrokenPlugin() { throw new OutOfMemoryError(\"Java heap space\"); }"),
                "the constructor is private",
                folder -> folder.body("private BrokenPlugin() {}"),
                "the constructor wants an argument",
                folder -> folder.body("public BrokenPlugin(String name) {}"),
                "a class is for a newer Java",
                folder -> folder.body("").patch("broken/BrokenPlugin.class", 6, 0, 99),
                "a class is damaged",
                folder -> folder.body("").patch("broken/BrokenPlugin.class", 0, 1, 2, 3, 4));
    }

    private static Map<String, Breaking> identities() {
        return Map.of(
                "an older version of the interface", folder -> folder.type(info("broken", "1.0.0", "0.0")),
                "a newer version of the interface", folder -> folder.type(info("broken", "1.0.0", "0.7")),
                "a version of the interface that is none", folder -> folder.type(info("broken", "1.0.0", "latest")),
                "a version that no archive could name", folder -> folder.type(info("broken", "1.0 beta", "0.1")),
                "an id that is none", folder -> folder.type(info("Broken Cells", "1.0.0", "0.1")),
                "an id other than the folder's name", folder -> folder.type(info("cells", "1.0.0", "0.1")),
                "the id of the core", folder -> folder.type(info("core", "1.0.0", "0.1")),
                "no identity", folder -> folder.type("public final class BrokenPlugin implements Plugin {}"),
                "the class is not public",
                        folder -> folder.type("@PluginInfo(id = \"broken\", version = \"1.0.0\", api = Spi.VERSION)"
                                + " final class BrokenPlugin implements Plugin { public BrokenPlugin() {} }"),
                "the class is abstract",
                        folder -> folder.type("@PluginInfo(id = \"broken\", version = \"1.0.0\", api = Spi.VERSION)"
                                + " public abstract class BrokenPlugin implements Plugin {}"));
    }

    private static String info(String id, String version, String api) {
        return "@PluginInfo(id = \"%s\", version = \"%s\", api = \"%s\") public final class BrokenPlugin implements Plugin {}"
                .formatted(id, version, api);
    }

    private static Map<String, Breaking> services() {
        return Map.of(
                "no service entry",
                        folder -> folder.install("broken", folder.jars().library()),
                "an empty service entry", folder -> folder.service(""),
                "a service entry for a class that is not there", folder -> folder.service("acme.Gone"),
                "a service entry that is no name", folder -> folder.service("this is no class"),
                "a service entry that is no text", folder -> folder.service("\u0000\u0001"),
                "a service entry for what is no plugin",
                        folder -> folder.body("} class Other { public Other() {}")
                                .entry(ExternalJars.SERVICES, "broken.Other"),
                "two plugins in one folder",
                        folder -> folder.body("} class Other implements Plugin { public Other() {}")
                                .entry(ExternalJars.SERVICES, "broken.BrokenPlugin\nbroken.Other\n"));
    }

    private static Map<String, Breaking> files() {
        return Map.of(
                "an empty folder", BrokenFolder::emptyFolder,
                "a jar that is text",
                        folder -> Files.writeString(folder.emptyFolder().jar(), "not a jar"),
                "a jar without a byte",
                        folder -> Files.createFile(folder.emptyFolder().jar()),
                "a jar cut off", folder -> folder.body("").truncate(200),
                "a jar that is a folder",
                        folder -> Files.createDirectory(folder.emptyFolder().jar()),
                "a folder that is a link to itself",
                        folder -> Files.createSymbolicLink(folder.plugins().resolve("broken"), Path.of("broken")),
                "a jar that is a link to itself",
                        folder -> Files.createSymbolicLink(folder.emptyFolder().jar(), Path.of("broken.jar")),
                "a manifest that reaches out of the folder",
                        folder -> folder.install(
                                "broken", folder.jars().withClassPath("broken.jar", "../healthy/healthy.jar")),
                "an index that could reach out of the folder",
                        folder -> folder.body("").entry("META-INF/INDEX.LIST", "JarIndex-Version: 1.0\n"),
                "a jar that changes while it is loaded", folder -> folder.body("""
                        public BrokenPlugin() throws Exception {
                            var jar = getClass().getProtectionDomain().getCodeSource().getLocation().toURI();
                            java.nio.file.Files.write(java.nio.file.Path.of(jar), new byte[1],
                                    java.nio.file.StandardOpenOption.APPEND);
                        }"""));
    }

    private static Map<String, Breaking> offers() {
        return Map.of(
                "a list is null",
                folder -> folder.body("@Override public List<MetricProvider<?>> metrics() { return null; }"),
                "a list holds null",
                folder -> folder.body(
                        "@Override public List<CellProvider<?>> cells() { return Collections.singletonList(null); }"),
                "a list throws",
                folder -> folder.body(
                        "@Override public List<LossProvider<?>> losses() { throw new IllegalStateException(\"no\"); }"),
                "a list calls itself without end",
                folder -> folder.body("@Override public List<NodeProvider<?>> nodes() { return nodes(); }"),
                "a list throws an error of its own",
                folder -> folder.body(
                        "@Override public List<HeadProvider<?>> heads() { throw new Error(\"a broken head\"); }"),
                "a name is null",
                folder -> folder.activation("public String name() { return null; }"),
                "a name is no name",
                folder -> folder.activation("public String name() { return \"Swish-1\"; }"),
                "a name throws",
                folder -> folder.activation("public String name() { throw new UnsupportedOperationException(); }"),
                "a name is given twice",
                folder -> folder.body(
                        "@Override public List<ActivationProvider<?>> activations() { return List.of(new Swish(), new Swish()); } }"
                                + BrokenFolder.provider("Swish", "NoParameters", "") + " class Nothing {"),
                "a description is blank",
                folder -> folder.activation("public String description() { return \" \"; }"));
    }

    /** What is right within each kind, and cannot be used beside another. */
    private static Map<String, Breaking> kinds() {
        return Map.of("a node and a head have one name", folder -> folder.body("""
                        @Override public List<NodeProvider<?>> nodes() { return List.of(new Glance()); }
                        @Override public List<HeadProvider<?>> heads() { return List.of(new Glance()); }
                    }
                    final class Glance implements HeadProvider<NoParameters> {
                        public String name() { return "glance"; }
                        public Class<NoParameters> parameters() { return NoParameters.class; }
                        public String description() { return "A node, and a head."; }
                        public List<dev.tendril.api.graph.Port> ports(NoParameters none) { return List.of(); }
                        public dev.tendril.api.graph.PortTypes infer(
                                NoParameters none, dev.tendril.api.graph.PortTypes inputs, Sizes nested) {
                            return inputs;
                        }
                        public dev.tendril.api.layer.Head create(
                                NoParameters none, dev.tendril.api.layer.NodeContext context) {
                            throw new IllegalStateException("nobody asks for it");
                        }
                    """));
    }

    private static Map<String, Breaking> parameters() {
        Map<String, Breaking> cases = new TreeMap<>();
        cases.put(
                "parameters that are no record",
                folder -> folder.activation(
                        "@SuppressWarnings(\"unchecked\") public Class<NoParameters> parameters() { return (Class) String.class; }"));
        cases.put("a parameter of an unknown type", parameter("@Param(\"A scale.\") float scale"));
        cases.put("a parameter without a sentence", parameter("double scale"));
        cases.put("a default that is no number", parameter("@Param(\"A scale.\") @Default(\"much\") double scale"));
        cases.put(
                "a default out of its range",
                parameter("@Param(\"A scale.\") @Default(\"3\") @Range(min = 0, max = 2) double scale"));
        cases.put("a default that is no choice", parameter("@Param(\"A shade.\") @Default(\"grey\") Shade shade"));
        cases.put("a default that is no YAML", parameter("@Param(\"Sizes.\") @Default(\"[1, 2\") List<Integer> sizes"));
        cases.put("a default that is empty", parameter("@Param(\"A word.\") @Default(\"\") String word"));
        cases.put(
                "a default that names no component",
                parameter(
                        "@Param(\"Inner.\") @Default(\"swoosh\") ComponentRef<dev.tendril.api.layer.Activation> inner"));
        cases.put(
                "a range the wrong way round", parameter("@Param(\"A scale.\") @Range(min = 2, max = 1) double scale"));
        cases.put("a range of text", parameter("@Param(\"A word.\") @Range(min = 2) String word"));
        cases.put("a reference to no kind of component", parameter("@Param(\"Inner.\") ComponentRef<String> inner"));
        return cases;
    }

    private static Breaking parameter(String component) {
        return folder -> folder.parameters(component);
    }

    static Set<String> names() {
        return CASES.keySet();
    }

    @Test
    void thereAreManyWaysToBreakAPlugin() {
        assertThat(CASES).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aBrokenPluginIsRefusedInWordsAndHidesNoOther(String name) throws IOException {
        Objects.requireNonNull(CASES.get(name)).in(folder);
        try (Tendril tendril =
                Tendril.builder().plugins(folder.plugins()).threads(1).build()) {
            assertRefused(name, tendril);
        }
    }

    @Test
    void aJarThatIsNotOnTheListIsRefused() throws IOException {
        folder.body("");
        try (Tendril tendril = Tendril.builder()
                .plugins(folder.plugins())
                .allowList(Set.of(JarDigest.of(healthy)))
                .threads(1)
                .build()) {
            assertThat(reason(tendril).replaceAll("[0-9a-f]{64}", "DIGEST"))
                    .isEqualTo("plugins/broken: plugins/broken/broken.jar is not on the list of allowed jars;"
                            + " if you trust it, add its SHA-256 digest DIGEST");
            assertThat(reason(tendril)).contains(JarDigest.of(folder.jar()));
            assertHealthy(tendril);
        }
    }

    @Test
    void aFolderThatMayNotBeReadIsRefused() throws IOException {
        folder.body("");
        Assumptions.assumeTrue(folder.plugins().resolve("broken").toFile().setReadable(false));
        Assumptions.assumeFalse(Files.isReadable(folder.plugins().resolve("broken")), "root reads everything");
        try (Tendril tendril =
                Tendril.builder().plugins(folder.plugins()).threads(1).build()) {
            assertThat(reason(tendril)).contains("the folder cannot be read: ");
            assertHealthy(tendril);
        }
    }

    @Test
    void oneIdFromTwoPlacesIsUsedFromNeither() throws IOException {
        folder.body("");
        Path other = Files.createDirectory(temporary.resolve("others"));
        new BrokenFolder(other, folder.jars()).install("broken", folder.jar());
        try (Tendril tendril = Tendril.builder()
                .plugins(folder.plugins())
                .plugins(other)
                .threads(1)
                .build()) {
            assertThat(tendril.components().broken()).hasSize(2).allSatisfy(each -> assertThat(each.label())
                    .endsWith("the plugin id 'broken' is brought more than once, by " + folder.jar() + " and "
                            + other.resolve("broken").resolve("broken.jar") + "; keep one of them"));
            assertHealthy(tendril);
            assertNothingOpen("broken");
        }
    }

    @Test
    void aJarBesideTheFoldersIsRemarkedAndTheOthersLoad() throws IOException {
        Files.copy(healthy, folder.plugins().resolve("stray.jar"));
        try (Tendril tendril =
                Tendril.builder().plugins(folder.plugins()).threads(1).build()) {
            assertThat(tendril.plugins().diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly("TDL-1205");
            assertThat(tendril.components().broken()).isEmpty();
            assertHealthy(tendril);
        }
    }

    private void assertRefused(String name, Tendril tendril) throws IOException {
        assertGolden(name, reason(tendril));
        assertHealthy(tendril);
        assertNothingOpen("broken");
    }

    private String reason(Tendril tendril) {
        assertThat(tendril.components().broken()).hasSize(1);
        BrokenPlugin broken = tendril.components().broken().get(0);
        return broken.label().replace(temporary + "/", "").replaceAll("(up to |this one, )[0-9.]+", "$1…");
    }

    private static void assertHealthy(Tendril tendril) {
        assertThat(tendril.components().plugins()).extracting(PluginHandle::id).containsExactly("core", "healthy");
        assertThat(tendril.components().find(Kind.ACTIVATION, "healthy/swish")).isPresent();
        assertThat(tendril.components().find(Kind.CELL, "gru")).isPresent();
    }

    /** Where the system tells which files are open, none of a refused plugin is. */
    private void assertNothingOpen(String id) throws IOException {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return;
        }
        try (Stream<Path> files = Files.list(open)) {
            List<Path> jars = files.flatMap(BrokenPluginsTest::target)
                    .filter(file -> file.startsWith(temporary))
                    .toList();
            assertThat(jars)
                    .as("the healthy plugin's jar is open, so looking works")
                    .isNotEmpty();
            assertThat(jars).noneMatch(file -> file.toString().contains(id));
        }
    }

    private static Stream<Path> target(Path link) {
        try {
            return Stream.of(Files.readSymbolicLink(link));
        } catch (IOException closedMeanwhile) {
            return Stream.empty();
        }
    }

    private static void assertGolden(String name, String reason) throws IOException {
        Map<String, String> kept = new TreeMap<>();
        if (Files.exists(GOLDEN)) {
            for (String line : Files.readAllLines(GOLDEN)) {
                kept.put(line.substring(0, line.indexOf(" | ")), line.substring(line.indexOf(" | ") + 3));
            }
        }
        if ("write".equals(System.getProperty("tendril.golden"))) {
            kept.put(name, reason);
            kept.keySet().retainAll(CASES.keySet());
            Files.write(
                    GOLDEN,
                    kept.entrySet().stream()
                            .map(entry -> entry.getKey() + " | " + entry.getValue())
                            .toList());
        }
        assertThat(reason).isEqualTo(kept.get(name));
    }
}
