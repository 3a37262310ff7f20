package dev.tendril.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MainTest {
    @ParameterizedTest
    @CsvSource({"run, --peers", "grow, --curve", "cold, --warm-up", "kernels, -prof"})
    void everyCommandSaysWhatItTakes(String command, String option) {
        assertThat(output(command, "--help")).contains(option);
        assertThat(output(command, "-h")).isEqualTo(output(command, "--help"));
    }

    /** What a command that ends well prints. */
    private static String output(String... arguments) {
        PrintStream standard = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.run(arguments)).isZero();
        } finally {
            System.setOut(standard);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
