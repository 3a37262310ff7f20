package dev.tendril.runtime.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveTest {
    private static final Archive ARCHIVE = archive();

    @Test
    void whatIsWrittenIsReadBack() {
        Archive read = Archive.of("m", ARCHIVE.toBytes());

        assertThat(read.plugins()).containsExactly(Map.entry("acme", "1.4.0"), Map.entry("core", "0.1.0"));
        assertThat(read.yaml()).isEqualTo(ARCHIVE.yaml());
        assertThat(read.weights()).isEqualTo(ARCHIVE.weights());
        assertThat(read.vocabularies()).isEqualTo(ARCHIVE.vocabularies());
        assertThat(read.fitted()).isEqualTo(ARCHIVE.fitted());
    }

    @Test
    void theSameModelGivesTheSameBytes() {
        assertThat(archive().toBytes()).isEqualTo(ARCHIVE.toBytes());
    }

    @Test
    void anyZipToolListsTheEntriesInTheirOrder() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ARCHIVE.toBytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .containsExactly(
                        "manifest.json",
                        "model.yaml",
                        "weights.safetensors",
                        "vocabulary/source.json",
                        "fitted/source.tokenizer.json");
    }

    @Test
    void everyFlippedBitIsFound() {
        byte[] bytes = ARCHIVE.toBytes();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            byte[] damaged = bytes.clone();
            assertThatThrownBy(() -> Archive.of("m", damaged))
                    .as("bit %d", bit)
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("m: ");
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void everyTruncationIsFound() {
        byte[] bytes = ARCHIVE.toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Archive.of("m", cut))
                    .as("%d bytes", length)
                    .isInstanceOf(DataException.class);
        }
    }

    @Test
    void randomBytesAreRefusedAndNeverCrash() {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = ARCHIVE.toBytes();
            for (int change = 0; change <= random.nextInt(8); change++) {
                bytes[random.nextInt(bytes.length)] += (byte) (1 + random.nextInt(255));
            }
            assertThatThrownBy(() -> Archive.of("m", bytes))
                    .as("seed %d round %d", seed, round)
                    .isInstanceOf(DataException.class);
        }
    }

    @Test
    void aNewerFormatIsRefusedByName() {
        assertRefused(manifest -> manifest.replace("\"format\" : 1", "\"format\" : 2"), "m: the archive has format 2");
    }

    @Test
    void aManifestWithADuplicateKeyIsRefused() {
        assertRefused(manifest -> manifest.replace("\"format\" : 1", "\"format\" : 1, \"format\" : 1"), "Duplicate");
    }

    @Test
    void aManifestWithTextBehindItIsRefused() {
        assertRefused(manifest -> manifest + "{}", "manifest.json");
    }

    @Test
    void aManifestThatListsAnotherDigestIsRefused() {
        assertRefused(
                manifest -> manifest.replaceFirst("[0-9a-f]{64}", "0".repeat(64)),
                "entry 'model.yaml' has another SHA-256");
    }

    @Test
    void aManifestThatOmitsAnEntryIsRefused() {
        assertRefused(
                manifest -> manifest.replaceFirst("\"model.yaml\" : \"[0-9a-f]{64}\",", ""), "it lists the entries");
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        String deep = "[".repeat(100) + "]".repeat(100);
        assertThatThrownBy(() -> new Json().read("m", "fitted/x.json", utf8(deep)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nesting depth");
    }

    @Test
    void malformedUtf8IsRefused() {
        assertThatThrownBy(() ->
                        new Json().read("m", "fitted/x.json", ByteBuffer.wrap(new byte[] {'"', (byte) 0xC0, '"'})))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not valid UTF-8");
    }

    @Test
    void aVocabularyWhoseTokenStandsTwiceIsRefused() {
        assertThatThrownBy(() -> VocabularyJson.read(
                        "m", "vocabulary/x.json", new Json().read("m", "e", utf8("{\"tokens\": [\"a\", \"a\"]}"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("token 'a' stands at 0 and 1");
    }

    @Test
    void aVocabularyWhoseSpecialTokenIsOutsideIsRefused() {
        assertThatThrownBy(() -> VocabularyJson.read(
                        "m", "vocabulary/x.json", new Json().read("m", "e", utf8("{\"tokens\": [\"a\"], \"end\": 1}"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("special token 1");
    }

    @Test
    void aFileIsReplacedWholeAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.tendril");
        ArchiveFile.write(file, new byte[] {1});
        ArchiveFile.write(file, ARCHIVE.toBytes());

        assertThat(ArchiveFile.read(file)).isEqualTo(ARCHIVE.toBytes());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFailedWriteLeavesTheOldFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("taken");
        Files.createDirectory(file);

        assertThatThrownBy(() -> ArchiveFile.write(file, new byte[] {1})).isInstanceOf(IOException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> ArchiveFile.read(folder.resolve("none.tendril")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("none.tendril: there is no such file");
    }

    private static void assertRefused(UnaryOperator<String> change, String message) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        StoredZip.read("m", ARCHIVE.toBytes()).forEach((name, content) -> entries.put(name, bytes(content)));
        entries.compute("manifest.json", (name, content) -> change.apply(new String(content, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
        byte[] changed = StoredZip.write(entries);
        assertThat(changed).isNotEqualTo(ARCHIVE.toBytes());
        assertThatThrownBy(() -> Archive.of("m", changed))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }

    private static ByteBuffer utf8(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }

    private static Archive archive() {
        Map<String, Object> state = Map.of("merges", List.of("a b", "é"), "longest", 23L, "mean", 0.1, "lower", true);
        return new Archive(
                Map.of("core", "0.1.0", "acme", "1.4.0"),
                "format: 1\nname: dates\n",
                ByteBuffer.wrap(new byte[] {2, 3, 5, 7, 11, 13}),
                Map.of(
                        "source",
                        new Vocabulary.Table(
                                List.of("<unk>", "<s>", "</s>", "é", "\u2028"),
                                Optional.of(0),
                                Optional.of(1),
                                Optional.of(2))),
                Map.of("source.tokenizer", state));
    }
}
