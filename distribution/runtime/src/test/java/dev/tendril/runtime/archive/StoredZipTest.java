package dev.tendril.runtime.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that other zip readers accept. */
final class StoredZipTest {
    private static final byte[] CONTENT = "format: 1\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void entriesComeBackInTheirOrder() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("model.yaml", CONTENT);
        entries.put("manifest.json", new byte[0]);

        Map<String, ByteBuffer> read = StoredZip.read("m", StoredZip.write(entries));

        assertThat(read.keySet()).containsExactly("model.yaml", "manifest.json");
        assertThat(read.get("model.yaml")).isEqualTo(ByteBuffer.wrap(CONTENT));
    }

    @Test
    void aDeflatedEntryIsRefused() throws IOException {
        refused(javaZip(ZipEntry.DEFLATED, "model.yaml"), "is compressed (method 8)");
    }

    @Test
    void anArchiveOfAnotherZipToolIsRefused() throws IOException {
        refused(javaZip(ZipEntry.STORED, "model.yaml"), "was changed by another program");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../model.yaml",
                "/model.yaml",
                "model.yaml/",
                "vocabulary/../x.json",
                "vocabulary/..json",
                "vocabulary/a..b.json",
                "vocabulary/A.json",
                "vocabulary/a/b.json",
                "vocabulary\\a.json",
                "fitted/.json",
                "fitted/a.class",
                "plugin.jar",
                "model.yaml\0",
                "C:model.yaml",
                ""
            })
    void aNameOutsideTheListIsRefused(String name) {
        refused(zip(name, CONTENT), "has a name that no Tendril archive holds");
    }

    @Test
    void anEntryThatStandsTwiceIsRefused() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipHeader first = ZipHeader.of("model.yaml", ByteBuffer.wrap(CONTENT), 0);
        out.writeBytes(first.local());
        out.writeBytes(CONTENT);
        ZipHeader second = ZipHeader.of("model.yaml", ByteBuffer.wrap(CONTENT), out.size());
        out.writeBytes(second.local());
        out.writeBytes(CONTENT);
        int directory = out.size();
        out.writeBytes(first.central());
        out.writeBytes(second.central());
        out.writeBytes(ZipHeader.end(2, out.size() - directory, directory));

        refused(out.toByteArray(), "entry 'model.yaml' stands twice");
    }

    @Test
    void bytesBehindTheEndAreRefused() {
        refused(join(zip("model.yaml", CONTENT), new byte[] {0}), "1 bytes follow its end");
    }

    @Test
    void bytesBeforeTheStartAreRefused() {
        refused(join(new byte[] {0}, zip("model.yaml", CONTENT)), "it is not a Tendril archive");
    }

    @Test
    void bytesBetweenEntriesAndDirectoryAreRefused() {
        byte[] zip = zip("model.yaml", CONTENT);
        int directory = ZipHeader.LOCAL_SIZE + "model.yaml".length() + CONTENT.length;
        byte[] gap = join(join(Arrays.copyOf(zip, directory), new byte[] {0}), tail(zip, directory));

        refused(gap, "the directory entry of 'model.yaml'");
    }

    @Test
    void aCommentIsRefused() {
        byte[] zip = join(zip("model.yaml", CONTENT), new byte[] {'!'});
        little(zip).putShort(zip.length - 3, (short) 1);

        refused(zip, "the end record");
    }

    @Test
    void twoEntriesOverTheSameBytesAreRefused() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipHeader entry = ZipHeader.of("model.yaml", ByteBuffer.wrap(CONTENT), 0);
        out.writeBytes(entry.local());
        out.writeBytes(CONTENT);
        int directory = out.size();
        out.writeBytes(entry.central());
        out.writeBytes(new ZipHeader("manifest.json", entry.crc(), entry.size(), 0).central());
        out.writeBytes(ZipHeader.end(2, out.size() - directory, directory));

        refused(out.toByteArray(), "the end record");
    }

    @Test
    void aDirectoryThatRenamesAnEntryIsRefused() {
        byte[] zip = zip("model.yaml", CONTENT);
        zip[zip.length - 23] = 'k';

        refused(zip, "the directory entry of 'model.yaml'");
    }

    @Test
    void zip64MarkersAreRefused() {
        byte[] zip = zip("model.yaml", CONTENT);
        little(zip).putInt(ZipHeader.LOCAL_LENGTH - 4, -1).putInt(ZipHeader.LOCAL_LENGTH, -1);

        refused(zip, "4294967295 bytes wanted");
    }

    @Test
    void aDeclaredSizeIsNeverAllocated() {
        byte[] zip = zip("model.yaml", CONTENT);
        little(zip).putInt(ZipHeader.LOCAL_LENGTH, Integer.MAX_VALUE);

        refused(zip, "2147483647 bytes wanted");
    }

    @Test
    void aCountThatTheEndRecordExaggeratesIsRefused() {
        byte[] zip = zip("model.yaml", CONTENT);
        little(zip).putShort(zip.length - 14, (short) -1).putShort(zip.length - 12, (short) -1);

        refused(zip, "the end record");
    }

    @Test
    void aWrongChecksumIsRefused() {
        byte[] zip = zip("model.yaml", CONTENT);
        CRC32 crc = new CRC32();
        crc.update(new byte[] {1, 2, 3});
        little(zip).putInt(14, (int) crc.getValue());

        refused(zip, "the header or the content of entry 'model.yaml' is damaged");
    }

    @Test
    void moreEntriesThanAnyModelHasAreNotWritten() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i <= StoredZip.MOST_ENTRIES; i++) {
            entries.put("fitted/a" + i + ".json", new byte[0]);
        }
        assertThatThrownBy(() -> StoredZip.write(entries)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(byte[] zip, String message) {
        assertThatThrownBy(() -> StoredZip.read("m", zip))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("m: ")
                .hasMessageContaining(message);
    }

    private static byte[] zip(String name, byte[] content) {
        return StoredZip.write(Map.of(name, content));
    }

    private static byte[] javaZip(int method, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(method);
            entry.setSize(CONTENT.length);
            CRC32 crc = new CRC32();
            crc.update(CONTENT);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(CONTENT);
        }
        return out.toByteArray();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
