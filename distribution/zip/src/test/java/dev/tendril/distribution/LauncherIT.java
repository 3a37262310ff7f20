package dev.tendril.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher passes to Java, seen by a Java that prints its arguments. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher under test is the shell script")
final class LauncherIT {
    private static final String ALL_MODULES = "java.base jdk.incubator.vector jdk.localedata";
    private static final String MAIN = "dev.tendril.cli.Main";

    @TempDir
    private Path folder;

    private Path home;

    /** A launcher and a lib without jars, so that what these tests leave stays out of the distribution. */
    @BeforeEach
    void aDistributionOfTheLauncherAlone() throws IOException {
        home = folder.toRealPath().resolve("home");
        Path launcher = Files.createDirectories(home.resolve("bin")).resolve("tendril");
        Files.copy(Distribution.folder().resolve("bin/tendril"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectory(home.resolve("lib"));
    }

    @Test
    void argumentsAndFolderArriveAsTheyAre() throws Exception {
        Run run = launch(java("17.0.15"), Map.of(), "train", "a file.yaml", "--set", "x=*");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.lines()).first().isEqualTo(folder.toRealPath().toString());
        assertThat(afterMain(run)).containsExactly("train", "a file.yaml", "--set", "x=*");
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void homeIsTheDistributionEvenThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("tendril"), home.resolve("bin/tendril"));

        Run run = Run.of(folder, environment(java("17.0.15"), Map.of()), List.of(link.toString()));
        Files.delete(link);

        assertThat(run.lines()).contains("-Dtendril.home=" + home, home + "/lib/*");
    }

    @Test
    void vectorModuleIsAddedWhereItExists() throws Exception {
        assertThat(launch(java("25.0.3"), Map.of()).lines()).containsSequence("--add-modules", "jdk.incubator.vector");
        FakeJava small = FakeJava.withRelease(folder.resolve("small"), "17.0.15", "java.base java.logging");
        assertThat(launch(small, Map.of()).lines()).doesNotContain("--add-modules");
    }

    @Test
    void nativeAccessIsGrantedOnlyWhereTheOptionExists() throws Exception {
        assertThat(launch(java("17.0.15"), Map.of()).lines()).doesNotContain("--enable-native-access=ALL-UNNAMED");
        assertThat(launch(java("25"), Map.of()).lines()).contains("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void optionsOfTheUserComeLastSoTheyWin() throws Exception {
        Map<String, String> options = Map.of("JAVA_OPTS", "-Xmx2g -Da=b", "TENDRIL_JAVA_OPTS", "-Xmx3g");

        assertThat(launch(java("17.0.15"), options).lines())
                .containsSubsequence("-XX:MaxRAMPercentage=70", "-Xmx2g", "-Da=b", "-Xmx3g", "-cp", MAIN);
    }

    @Test
    void olderJavaIsRefusedByName() throws Exception {
        for (FakeJava old : List.of(java("11.0.2"), FakeJava.withoutRelease(folder.resolve("old"), "1.8.0_402"))) {
            Run run = launch(old, Map.of());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output()).isEmpty();
            assertThat(run.errors()).contains("Java 17 or newer is needed", old.home() + "/bin/java");
        }
    }

    @Test
    void versionIsAskedOfJavaWhereNoFileTellsIt() throws Exception {
        FakeJava java = FakeJava.withoutRelease(folder.resolve("plain"), "21-ea");

        assertThat(afterMain(launch(java, Map.of(), "doctor"))).containsExactly("doctor");
    }

    @Test
    void missingJavaIsSaidWithTheRemedy() throws Exception {
        Run run = launch(new FakeJava(folder.resolve("nowhere")), Map.of());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("JAVA_HOME is '" + folder.resolve("nowhere") + "'", "no bin/java in it");
    }

    @Test
    void classesComeFromAnArchiveThatIsMadeOncePerJava() throws Exception {
        Path archive = home.resolve("cache/21.0.4.jsa");

        Run first = launch(java("21.0.4"), Map.of());
        Run second = launch(FakeJava.withoutArchives(folder.resolve("same"), "21.0.4"), Map.of());

        assertThat(archive).hasContent("classes");
        for (Run run : List.of(first, second)) {
            assertThat(run.lines()).contains("-XX:SharedArchiveFile=" + archive);
            assertThat(run.errors()).isEmpty();
        }
        assertThat(home.resolve("cache")).isDirectoryContaining(file -> file.endsWith("21.0.4.jsa"));
    }

    @Test
    void newJarsMakeANewArchive() throws Exception {
        Path archive = Files.createDirectory(home.resolve("cache")).resolve("21.0.4.jsa");
        Files.writeString(archive, "of other jars");
        Files.setLastModifiedTime(archive, FileTime.fromMillis(0));

        launch(java("21.0.4"), Map.of());

        assertThat(archive).hasContent("classes");
    }

    @Test
    void withoutAnArchiveItStartsAllTheSame() throws Exception {
        Run run = launch(FakeJava.withoutArchives(folder.resolve("none"), "21.0.4"), Map.of());

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).contains(MAIN).noneMatch(line -> line.startsWith("-XX:SharedArchiveFile"));
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void aFolderThatMayNotBeWrittenGetsNoArchive() throws Exception {
        Files.writeString(home.resolve("cache"), "a file where the folder would be");

        Run run = launch(java("21.0.4"), Map.of());

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).contains(MAIN).noneMatch(line -> line.startsWith("-XX:SharedArchiveFile"));
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void thisJavaLoadsTheClassesFromTheArchive() throws Exception {
        Map<String, String> variables =
                Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", "-Xlog:class+load");
        String launcher = Distribution.folder().resolve("bin/tendril").toString();

        Run run = Run.of(folder, variables, List.of(launcher, "--version"));

        assertThat(run.lines())
                .anyMatch(line -> line.contains(MAIN + " source: shared objects file (top)"))
                .anyMatch(line -> line.startsWith("tendril "));
    }

    private FakeJava java(String version) throws IOException {
        return FakeJava.withRelease(folder.resolve("java " + version), version, ALL_MODULES);
    }

    private Run launch(FakeJava java, Map<String, String> variables, String... arguments) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(home.resolve("bin/tendril").toString()), Stream.of(arguments))
                .toList();
        return Run.of(folder, environment(java, variables), command);
    }

    private static Map<String, String> environment(FakeJava java, Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("JAVA_HOME", java.home().toString());
        return environment;
    }

    private static List<String> afterMain(Run run) {
        List<String> lines = run.lines();
        return lines.subList(lines.indexOf(MAIN) + 1, lines.size());
    }
}
