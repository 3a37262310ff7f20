package dev.tendril.nlp.sound;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How one sample of one channel is written, in little-endian bytes. */
enum SampleCoding {
    /** 0 to 255, silence at 128. */
    UNSIGNED_8(1),
    /** In two's complement. */
    SIGNED_16(2),
    /** In two's complement. */
    SIGNED_24(3),
    /** In two's complement. */
    SIGNED_32(4),
    /** IEEE 754. */
    FLOAT_32(4);

    private static final int PCM = 1;
    private static final int IEEE_FLOAT = 3;

    private final int bytes;

    SampleCoding(int bytes) {
        this.bytes = bytes;
    }

    /** The coding of a format tag and a number of bits, if it is one of these. */
    static Optional<SampleCoding> of(int tag, int bits) {
        if (tag == IEEE_FLOAT) {
            return bits == 32 ? Optional.of(FLOAT_32) : Optional.empty();
        }
        if (tag != PCM) {
            return Optional.empty();
        }
        return switch (bits) {
            case 8 -> Optional.of(UNSIGNED_8);
            case 16 -> Optional.of(SIGNED_16);
            case 24 -> Optional.of(SIGNED_24);
            case 32 -> Optional.of(SIGNED_32);
            default -> Optional.empty();
        };
    }

    /** Bytes of a sample. */
    int bytes() {
        return bytes;
    }

    /** The sample at a place, whole numbers scaled to −1 (inclusive) to 1 (exclusive). */
    double sample(ByteBuffer from, int at) {
        return switch (this) {
            case UNSIGNED_8 -> (Byte.toUnsignedInt(from.get(at)) - 0x80) / (double) 0x80;
            case SIGNED_16 -> from.getShort(at) / (double) 0x8000;
            case SIGNED_24 ->
                ((from.get(at + 2) << Short.SIZE) | Short.toUnsignedInt(from.getShort(at))) / (double) 0x80_0000;
            case SIGNED_32 -> from.getInt(at) / (double) 0x8000_0000L;
            case FLOAT_32 -> from.getFloat(at);
        };
    }
}
