package dev.tendril.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A plugin project as somebody starts one: generated from the archetype, built by Maven, trained through the launcher. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher under test is the shell script")
final class ArchetypeIT {
    private static final Path FOLDER =
            Distribution.folder().resolveSibling("archetype").toAbsolutePath();

    @Test
    void aGeneratedProjectIsBuiltAndItsCellIsTrained() throws Exception {
        MavenRepository repository = MavenRepository.in(FOLDER);
        Path projects = Emptied.folder(FOLDER.resolve("projects"));
        passed(repository.maven(
                projects,
                MavenRepository.generator(),
                "-DarchetypeGroupId=dev.tendril",
                "-DarchetypeArtifactId=tendril-archetype",
                "-DarchetypeVersion=" + MavenRepository.version(),
                "-DgroupId=org.example",
                "-DartifactId=acme-cells",
                "-Dversion=1.4.0",
                "-DpluginId=acme"));
        Path project = projects.resolve("acme-cells");
        passed(repository.maven(project, "package"));

        assertThat(files(project.resolve("target/plugins"))).containsExactly("acme/acme-cells-1.4.0.jar");
        assertThat(files(project.resolve("target/surefire-reports")))
                .contains("TEST-org.example.LeakyTest.xml", "TEST-org.example.LeakyPluginTest.xml");
        String launcher =
                Distribution.folder().resolve("bin").resolve("tendril").toString();
        assertThat(passed(run(project, launcher, "plugins", "--plugins", "target/plugins")))
                .contains("acme 1.4.0 (target/plugins/acme/acme-cells-1.4.0.jar)\n  cell:          leaky\n");
        assertThat(passed(run(project, launcher, "train", "example.yaml", "--plugins", "target/plugins")))
                .contains("accuracy");
        assertThat(project.resolve("runs/acme-cells-example/model.tendril")).isRegularFile();
    }

    private static Run run(Path project, String... command) throws IOException, InterruptedException {
        return Run.of(project, Map.of("JAVA_HOME", System.getProperty("java.home")), List.of(command));
    }

    private static String passed(Run run) {
        assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
        return run.output();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /**
     * A repository below {@code target/} that holds the artifacts of this build and whatever else a build from it needs, so that nothing
     * of this build gets into the user's.
     *
     * @param folder of the repository
     * @param settings for Maven, by which everything else is looked for in the user's repository first
     */
    private record MavenRepository(Path folder, Path settings) {
        private static final Path ROOT = Path.of("..", "..");

        /** Where the reactor keeps what a plugin is built against; {@code tendril-parent} is the POM of the root. */
        private static final Map<String, String> MODULES = Map.ofEntries(
                Map.entry("tendril-parent", "."),
                Map.entry("tendril-api", "api"),
                Map.entry("tendril-tensor", "tensor"),
                Map.entry("tendril-layers", "layers"),
                Map.entry("tendril-training", "training"),
                Map.entry("tendril-nlp", "nlp"),
                Map.entry("tendril-runtime", "distribution/runtime"),
                Map.entry("tendril-testkit", "plugins/testkit"),
                Map.entry("tendril-archetype", "plugins/archetype"));

        static String version() {
            return property("tendril.version");
        }

        /** The goal that generates a project, of the version that this build pins. */
        static String generator() {
            return "org.apache.maven.plugins:maven-archetype-plugin:" + property("tendril.archetypePlugin")
                    + ":generate";
        }

        private static String property(String name) {
            return Objects.requireNonNull(System.getProperty(name), "the build passes -D" + name);
        }

        static MavenRepository in(Path target) throws IOException {
            Path repository = target.resolve("repository");
            Emptied.folder(repository.resolve("dev/tendril"));
            for (Map.Entry<String, String> module : MODULES.entrySet()) {
                install(module.getKey(), ROOT.resolve(module.getValue()), repository);
            }
            String user = Path.of(property("tendril.userRepository")).toUri().toString();
            Path settings = Files.writeString(target.resolve("settings.xml"), """
                    <settings>
                      <profiles>
                        <profile>
                          <id>user</id>
                          <repositories><repository><id>user</id><url>%1$s</url></repository></repositories>
                          <pluginRepositories><pluginRepository><id>user</id><url>%1$s</url></pluginRepository></pluginRepositories>
                        </profile>
                      </profiles>
                      <activeProfiles><activeProfile>user</activeProfile></activeProfiles>
                    </settings>
                    """.formatted(user));
            return new MavenRepository(repository, settings);
        }

        private static void install(String artifact, Path module, Path repository) throws IOException {
            String name = artifact + "-" + version();
            Path folder = Files.createDirectories(
                    repository.resolve("dev/tendril").resolve(artifact).resolve(version()));
            Files.copy(module.resolve("pom.xml"), folder.resolve(name + ".pom"));
            Path jar = module.resolve("target").resolve(name + ".jar");
            if (!artifact.equals("tendril-parent")) {
                Files.copy(jar, folder.resolve(name + ".jar"));
            }
        }

        Run maven(Path where, String... arguments) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(property("tendril.maven"), "bin", "mvn").toString(),
                    "-B",
                    "-gs",
                    settings.toString(),
                    "-Dmaven.repo.local=" + folder));
            command.addAll(List.of(arguments));
            return Run.of(
                    where,
                    Map.of("JAVA_HOME", System.getProperty("java.home"), "HOME", System.getProperty("user.home")),
                    command);
        }
    }
}
