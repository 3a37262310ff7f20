package dev.tendril.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.runtime.Tendril;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AllowListTest {
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final Path file;

    AllowListTest(@TempDir Path folder) {
        this.file = folder.resolve("allowed.txt");
    }

    @BeforeEach
    void nothingIsListed() throws IOException {
        Files.writeString(file, "");
    }

    @Test
    void whatSha256sumWritesIsRead() throws IOException {
        Files.writeString(
                file,
                "# plugins of the product\r\n\n" + DIGEST + "  plugins/acme/acme cells.jar\n  "
                        + DIGEST.replace('9', '8').toUpperCase(Locale.ROOT) + " *b.jar\n"
                        + DIGEST.replace('9', '7') + "\n");
        assertThat(AllowList.read(file))
                .containsExactlyInAnyOrder(DIGEST, DIGEST.replace('9', '8'), DIGEST.replace('9', '7'));
    }

    @Test
    void anEmptyListAllowsNothing() {
        assertThat(AllowList.read(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.jar",
                "9f86d081",
                DIGEST + "0",
                "SHA256 (acme.jar) = " + DIGEST,
                "plugins: [" + DIGEST + "]"
            })
    void aLineWithoutADigestIsNamed(String line) throws IOException {
        Files.writeString(file, DIGEST + "\n" + line);
        assertThatThrownBy(() -> AllowList.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ":2: here belongs the SHA-256 digest of a jar, 64 hexadecimal digits, and its name"
                        + " behind it, as 'sha256sum plugins/*/*.jar' writes them");
    }

    @Test
    void aListThatCannotBeReadIsAnErrorOfItsOwn() throws IOException {
        assertThatThrownBy(() -> Tendril.builder().allowList(file.resolveSibling("gone")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the list of allowed jars cannot be read");
        Files.write(file, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> AllowList.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the list of allowed jars cannot be read");
        Files.writeString(file, "#".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> AllowList.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("this is no list of digests");
    }
}
