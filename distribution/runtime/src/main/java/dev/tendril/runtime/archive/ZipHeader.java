package dev.tendril.runtime.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The headers of one stored entry, in their only form: version 1.0, no flags, method 0, 1980-01-01 00:00, no extra field, no comment,
 * disk 0, no attributes.
 *
 * @param name of the entry, ASCII
 * @param crc CRC-32 of the content
 * @param size of the content
 * @param offset of the local header
 */
record ZipHeader(String name, int crc, int size, int offset) {
    static final int LOCAL_SIGNATURE = 0x04034B50;
    static final int LOCAL_SIZE = 30;
    static final int LOCAL_METHOD = 8;
    static final int LOCAL_LENGTH = 18;
    static final int LOCAL_NAME_LENGTH = 26;

    private static final int CENTRAL_SIGNATURE = 0x02014B50;
    private static final int CENTRAL_SIZE = 46;
    private static final int END_SIGNATURE = 0x06054B50;
    private static final int END_SIZE = 22;
    private static final short VERSION = 10;
    /** MS-DOS date of 1980-01-01: month 1, day 1. */
    private static final short DATE = (1 << 5) | 1;

    static ZipHeader of(String name, ByteBuffer content, int offset) {
        CRC32 crc = new CRC32();
        crc.update(content.duplicate());
        return new ZipHeader(name, (int) crc.getValue(), content.remaining(), offset);
    }

    byte[] local() {
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[LOCAL_SIZE + ascii.length];
        ByteBuffer header = littleEndian(bytes);
        header.putInt(LOCAL_SIGNATURE);
        common(header, ascii.length);
        header.put(ascii);
        return bytes;
    }

    byte[] central() {
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[CENTRAL_SIZE + ascii.length];
        ByteBuffer header = littleEndian(bytes);
        header.putInt(CENTRAL_SIGNATURE).putShort(VERSION);
        common(header, ascii.length);
        header.putShort((short) 0); // comment length
        header.putShort((short) 0).putShort((short) 0).putInt(0); // disk, internal and external attributes
        header.putInt(offset).put(ascii);
        return bytes;
    }

    static byte[] end(int entries, int directorySize, int directoryOffset) {
        byte[] bytes = new byte[END_SIZE];
        littleEndian(bytes)
                .putInt(END_SIGNATURE)
                .putShort((short) 0)
                .putShort((short) 0) // this disk, the directory's disk
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt(directorySize)
                .putInt(directoryOffset)
                .putShort((short) 0); // comment length
        return bytes;
    }

    /** What local and central headers share: version needed, flags, method, time, date, CRC, sizes, lengths of name and extra. */
    private void common(ByteBuffer header, int nameLength) {
        header.putShort(VERSION).putShort((short) 0).putShort((short) 0);
        header.putShort((short) 0).putShort(DATE);
        header.putInt(crc).putInt(size).putInt(size);
        header.putShort((short) nameLength).putShort((short) 0);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
