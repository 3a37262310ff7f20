package dev.tendril.runtime.archive;

import dev.tendril.api.DataException;
import dev.tendril.api.TendrilException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The container of an archive: the subset of the zip format (APPNOTE 6.3) in which a list of entries has exactly one form. Entries
 * are stored, in order, without gaps, extra fields, comments, flags or times; the central directory repeats every local header; the
 * end record is the last 22 bytes. Any zip tool reads it. The reader goes through the bytes once from the front, writes each header
 * anew from what it has read, and compares: a bit that differs anywhere is found.
 */
final class StoredZip {
    /** More entries than any model has, far below what would need zip64. */
    static final int MOST_ENTRIES = 10_000;
    /** Content of all entries: what an array holds, less generous room for headers. */
    private static final long LARGEST = Integer.MAX_VALUE - MOST_ENTRIES * 2048L;

    private final String archive;
    private final ByteBuffer bytes;
    private final Map<String, ByteBuffer> entries = new LinkedHashMap<>();
    private final List<ZipHeader> headers = new ArrayList<>();

    private StoredZip(String archive, byte[] bytes) {
        this.archive = archive;
        this.bytes = ByteBuffer.wrap(bytes).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The bytes of these entries, in order. */
    static byte[] write(Map<String, byte[]> entries) {
        if (entries.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException(entries.size() + " entries, an archive has at most " + MOST_ENTRIES);
        }
        long total = entries.values().stream().mapToLong(each -> each.length).sum();
        if (total > LARGEST) {
            throw new TendrilException("the model has " + total + " bytes, an archive holds at most " + LARGEST);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ZipHeader> headers = new ArrayList<>();
        entries.forEach((name, content) -> {
            ZipHeader header = ZipHeader.of(name, ByteBuffer.wrap(content), out.size());
            headers.add(header);
            out.writeBytes(header.local());
            out.writeBytes(content);
        });
        int directory = out.size();
        headers.forEach(header -> out.writeBytes(header.central()));
        out.writeBytes(ZipHeader.end(headers.size(), out.size() - directory, directory));
        return out.toByteArray();
    }

    /**
     * The entries of an archive, as read-only views of its bytes.
     *
     * @param archive its name, for messages
     * @throws DataException if the bytes are not what {@link #write} gives for some entries
     */
    static Map<String, ByteBuffer> read(String archive, byte[] bytes) {
        StoredZip zip = new StoredZip(archive, bytes);
        zip.readEntries();
        zip.readDirectory();
        return Collections.unmodifiableMap(zip.entries);
    }

    private void readEntries() {
        while (bytes.remaining() >= 4 && bytes.getInt(bytes.position()) == ZipHeader.LOCAL_SIGNATURE) {
            if (headers.size() == MOST_ENTRIES) {
                throw refused("it has more than " + MOST_ENTRIES + " entries");
            }
            readEntry();
        }
        if (headers.isEmpty()) {
            throw refused("it is not a Tendril archive; give the model.tendril that training wrote");
        }
    }

    private void readEntry() {
        int offset = bytes.position();
        need(ZipHeader.LOCAL_SIZE, "the header of an entry at byte " + offset);
        int method = unsigned(offset + ZipHeader.LOCAL_METHOD);
        long size = Integer.toUnsignedLong(bytes.getInt(offset + ZipHeader.LOCAL_LENGTH));
        int nameLength = unsigned(offset + ZipHeader.LOCAL_NAME_LENGTH);
        bytes.position(offset + ZipHeader.LOCAL_SIZE);
        String name = name(nameLength, offset);
        if (method != 0) {
            throw refused("entry '" + name + "' is compressed (method " + method + "); entries must be stored");
        }
        need(size, "entry '" + name + "'");
        ByteBuffer content = bytes.slice(bytes.position(), (int) size);
        bytes.position(bytes.position() + (int) size);
        ZipHeader header = ZipHeader.of(name, content, offset);
        compare(header.local(), offset, "the header or the content of entry '" + name + "'");
        if (entries.put(name, content) != null) {
            throw refused("entry '" + name + "' stands twice");
        }
        headers.add(header);
    }

    private String name(int length, int offset) {
        need(length, "the name of an entry at byte " + offset);
        byte[] name = new byte[length];
        bytes.get(name);
        return EntryNames.check(name)
                .orElseThrow(
                        () -> refused(
                                "the entry at byte " + offset
                                        + " has a name that no Tendril archive holds; the file is damaged or was changed by another program"));
    }

    private void readDirectory() {
        int start = bytes.position();
        for (ZipHeader header : headers) {
            byte[] expected = header.central();
            need(expected.length, "the directory entry of '" + header.name() + "'");
            compare(expected, bytes.position(), "the directory entry of '" + header.name() + "'");
            bytes.position(bytes.position() + expected.length);
        }
        byte[] end = ZipHeader.end(headers.size(), bytes.position() - start, start);
        need(end.length, "the end record");
        compare(end, bytes.position(), "the end record");
        bytes.position(bytes.position() + end.length);
        if (bytes.hasRemaining()) {
            throw refused(bytes.remaining() + " bytes follow its end");
        }
    }

    private int unsigned(int position) {
        return Short.toUnsignedInt(bytes.getShort(position));
    }

    private void need(long size, String what) {
        if (size > bytes.remaining()) {
            throw refused("it ends within " + what + ": " + size + " bytes wanted, " + bytes.remaining()
                    + " left; copy the whole file again");
        }
    }

    private void compare(byte[] expected, int position, String what) {
        if (!ByteBuffer.wrap(expected).equals(bytes.slice(position, expected.length))) {
            throw refused(what + " is damaged, or was changed by another program; train or copy the model again");
        }
    }

    private DataException refused(String message) {
        return new DataException(archive, message);
    }
}
