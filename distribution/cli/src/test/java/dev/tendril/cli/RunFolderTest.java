package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.TendrilException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aModelIsAnArchiveOrTheFolderThatHoldsIt() throws IOException {
        Path archive = Files.createFile(folder.resolve("model.tendril"));
        assertThat(RunFolder.archive(archive)).isEqualTo(archive);
        assertThat(RunFolder.archive(folder)).isEqualTo(archive);
    }

    @Test
    void whatIsNoModelIsRefused() {
        assertThatThrownBy(() -> RunFolder.archive(folder))
                .isInstanceOf(TendrilException.class)
                .hasMessage(folder
                        + ": holds no model.tendril; name an archive, or the folder of a training run that has ended");
        assertThatThrownBy(() -> RunFolder.archive(folder.resolve("gone")))
                .isInstanceOf(TendrilException.class)
                .hasMessage(folder.resolve("gone") + ": no such file or folder");
    }

    @Test
    void replacingRemovesWhatARunWroteAndNothingElse() throws IOException {
        RunFolder run = new RunFolder(folder);
        assertThat(run.used()).isFalse();
        Files.createDirectories(run.checkpoints().resolve("step-7"));
        Files.createFile(run.checkpoints().resolve("step-7").resolve("weights"));
        Files.createFile(run.model());
        Files.createFile(run.metrics());
        Path notes = Files.createFile(folder.resolve("notes.txt"));
        assertThat(run.used()).isTrue();
        run.clear();
        assertThat(run.used()).isFalse();
        assertThat(notes).exists();
    }
}
