package dev.tendril.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPathsTest {
    private final Path folder;
    private final Path elsewhere;

    DataPathsTest(@TempDir Path folder, @TempDir Path elsewhere) {
        this.folder = folder;
        this.elsewhere = elsewhere;
    }

    @Test
    void aPathBelowTheFolderIsAllowedWhetherItExistsOrNot() {
        assertThat(paths(List.of()).resolve("a/../b/c.tsv")).isEqualTo(folder.resolve("b/c.tsv"));
    }

    @Test
    void aPathOutsideIsRefused() {
        assertThatThrownBy(() -> paths(List.of()).resolve("../c.tsv")).isInstanceOf(DataException.class);
        assertThatThrownBy(() ->
                        paths(List.of()).resolve(elsewhere.resolve("c.tsv").toString()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("--allow-path");
        assertThatThrownBy(() -> paths(List.of()).resolve("a\0b")).isInstanceOf(DataException.class);
    }

    @Test
    void aLinkDoesNotLeadOutside() throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.tsv"), "x");
        Files.createSymbolicLink(folder.resolve("link.tsv"), secret);
        Files.createSymbolicLink(folder.resolve("linked"), elsewhere);
        assertThatThrownBy(() -> paths(List.of()).resolve("link.tsv")).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> paths(List.of()).resolve("linked/other.tsv")).isInstanceOf(DataException.class);
        assertThat(paths(List.of(elsewhere)).resolve("link.tsv")).isEqualTo(folder.resolve("link.tsv"));
    }

    @Test
    void anAllowedFolderAndAGivenPathMayBeRead() {
        String path = elsewhere.resolve("c.tsv").toString();
        assertThat(paths(List.of(elsewhere)).resolve(path)).isEqualTo(Path.of(path));
        assertThat(new DataPaths(folder, List.of(), Set.of(path)).resolve(path)).isEqualTo(Path.of(path));
    }

    private DataPaths paths(List<Path> allowed) {
        return new DataPaths(folder, allowed, Set.of());
    }
}
