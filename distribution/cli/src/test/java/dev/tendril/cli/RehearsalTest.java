package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RehearsalTest {
    @TempDir
    private Path folder;

    @Test
    void itTrainsAndPredicts() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream output = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        int exitCode = Rehearsal.run(folder, output, output);

        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(text).isEqualTo(ExitCode.OK);
        assertThat(text).contains("epoch 1/1", "\n{\"input\":");
        assertThat(folder.resolve("run/model.tendril")).isRegularFile();
    }
}
