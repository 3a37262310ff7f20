package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class DoctorTest {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(,[0-9]{3})*(\\.[0-9]+)?");

    @TempDir
    private Path folder;

    @Test
    void theMachineIsExaminedAndTimed() {
        CommandLineRun run = CommandLineRun.of("doctor");
        assertThat(run.errors()).isEmpty();
        assertThat(run.output().lines().map(line -> line.split(" {2,}")[0]).filter(name -> !name.isBlank()))
                .contains("Tendril", "Java", "system", "memory", "kernels", "matrix product", "LSTM update", "plugins");
        assertThat(run.output()).containsPattern("matrix product +" + NUMBER + " GFLOP/s, 512 × 512 × 512\n");
        assertThat(run.output()).containsPattern("LSTM update +" + NUMBER + " ms");
        assertThat(run.exitCode()).isEqualTo(run.output().contains("remedy: ") ? 1 : 0);
    }

    @Test
    void theSameIsWrittenAsJson() {
        CommandLineRun run = CommandLineRun.of("doctor", "--json");
        JsonNode object = new Json().read(run.output()).orElseThrow();
        assertThat(object.propertyNames()).containsExactly("fine", "checks");
        assertThat(object.get("checks")).hasSizeGreaterThan(9).allSatisfy(check -> assertThat(check.propertyNames())
                .containsExactly("name", "value", "fine", "remedy"));
        assertThat(object.get("fine").booleanValue()).isEqualTo(run.exitCode() == 0);
    }

    @Test
    void whatIsAmissIsSaidWithItsRemedy() throws IOException {
        Map<String, String> properties = new HashMap<>(Map.of(
                "java.runtime.version", "17.0.15+6",
                "java.vendor", "Somebody",
                "java.home", "/java",
                "os.name", "Linux",
                "os.version", "6.1",
                "os.arch", "amd64"));
        properties.put("sun.jnu.encoding", "ANSI_X3.4-1968");
        properties.put("java.locale.providers", "COMPAT,SPI");
        Path file = Files.writeString(folder.resolve("runs"), "a file");
        List<Check> checks = new MachineChecks(name -> properties.getOrDefault(name, ""), Map.of("LC_ALL", "POSIX"))
                .all(file.resolve("inside"), 64L << 20, 1);
        assertThat(checks.stream().map(check -> check.name() + ": " + check.remedy()))
                .containsExactly(
                        "Java: ",
                        "system: ",
                        "memory: little for training; give more with TENDRIL_JAVA_OPTS=-Xmx2g",
                        "names of files: set LC_ALL=C.UTF-8 in the environment in place of POSIX",
                        "language: start Java without -Djava.locale.providers, so that dates are written as elsewhere",
                        "run folder: go to a folder of yours, or train with --out DIR");
        assertThat(checks.get(0).value()).isEqualTo("17.0.15+6, Somebody, in /java");
        assertThat(checks.get(1).value()).isEqualTo("Linux 6.1, amd64, 1 processor");
    }
}
