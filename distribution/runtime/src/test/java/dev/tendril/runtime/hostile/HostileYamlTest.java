package dev.tendril.runtime.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every hostile file ends in a diagnostic with a code and a place, soon and in little memory: all of them are checked in one process of
 * 64 MiB. What is found is kept in {@code hostile-yaml.txt}; run with {@code -Dtendril.golden=write} to write it anew.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links, devices and pipes are made the way of Unix")
final class HostileYamlTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "hostile-yaml.txt");

    /** Of the processor, so that a busy machine does not count; a tenth of it is what the slowest takes. */
    private static final long SLOWEST_MILLISECONDS = 5_000;

    @TempDir
    private static Path folder;

    private static List<Checked> checked;

    /**
     * One line of what the process says.
     *
     * @param milliseconds of the clock
     * @param processor milliseconds of the processor
     */
    private record Checked(String file, long milliseconds, String finding, long processor) {
        static Checked of(String line) {
            String[] parts = line.split(" \\| ", -1);
            boolean ended = parts.length == 4;
            return new Checked(
                    parts[0], Long.parseLong(parts[1]), parts[2], ended ? Long.parseLong(parts[3]) : Long.MAX_VALUE);
        }
    }

    @BeforeAll
    static void check() throws Exception {
        HostileFiles.write(folder);
        for (String pipe : List.of("pipe", "a pipe.yaml")) {
            assertThat(new ProcessBuilder("mkfifo", folder.resolve(pipe).toString())
                            .start()
                            .waitFor())
                    .isZero();
        }
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileRun.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(4, TimeUnit.MINUTES);
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(output);
        assertThat(ended).as("ended by itself; last lines: %s", last(lines)).isTrue();
        assertThat(process.exitValue()).as("last lines: %s", last(lines)).isZero();
        checked = lines.stream().map(Checked::of).toList();
    }

    /** The folder is removed with all that is in it; what is linked is not in it. */
    @AfterAll
    static void cutLinks() throws IOException {
        for (String link : HostileFiles.LINKS.keySet()) {
            Files.delete(folder.resolve(link));
        }
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - 5), lines.size());
    }

    @Test
    void thereAreManyFiles() {
        assertThat(checked).hasSizeGreaterThan(200);
    }

    @Test
    void noFileMakesTheCheckFailOrGoOnForEver() {
        assertThat(checked)
                .noneMatch(each ->
                        each.finding().startsWith("FAILED") || each.finding().equals("ENDLESS"));
    }

    @Test
    void everyFileEndsSoon() {
        Checked slowest = checked.stream()
                .max(Comparator.comparingLong(Checked::processor))
                .orElseThrow();
        Checked longest = checked.stream()
                .max(Comparator.comparingLong(Checked::milliseconds))
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%d hostile files in 64 MiB; the slowest took %d ms of the processor (%s), the longest %d ms (%s)%n",
                checked.size(),
                slowest.processor(),
                slowest.file(),
                longest.milliseconds(),
                longest.file());
        assertThat(slowest.processor()).as(slowest.file()).isLessThan(SLOWEST_MILLISECONDS);
    }

    /** Code, line and column of the first problem, and how many there are; few files are on the right side of the border. */
    @Test
    void everyFindingIsTheOneThatIsKept() throws IOException {
        List<String> findings = checked.stream()
                .map(each -> each.file() + " | " + each.finding())
                .toList();
        if ("write".equals(System.getProperty("tendril.golden"))) {
            Files.write(GOLDEN, findings);
        }
        assertThat(findings).isEqualTo(Files.readAllLines(GOLDEN));
    }
}
