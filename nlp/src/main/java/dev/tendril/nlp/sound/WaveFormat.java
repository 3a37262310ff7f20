package dev.tendril.nlp.sound;

import dev.tendril.api.DataException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the chunk {@code fmt } of a WAVE file says (IBM and Microsoft 1991, Multimedia Programming Interface and Data Specifications):
 * <pre>
 *    0  format tag             2 bytes
 *    2  channels               2
 *    4  samples a second       4
 *    8  bytes a second         4       not looked at
 *   12  bytes of all channels  2
 *   14  bits of a sample       2
 *   16  size of what follows   2       from here on WAVE_FORMAT_EXTENSIBLE alone
 *   18  bits that are used     2       the highest of a sample: not looked at
 *   20  which loudspeakers     4       not looked at
 *   24  format tag             2       the true one
 *   26  end of a GUID          14      always the same
 * </pre>
 *
 * @param rate samples a second
 * @param channels how many
 * @param coding of a sample
 */
record WaveFormat(int rate, int channels, SampleCoding coding) {
    /** Bytes that are looked at. */
    static final int LONGEST = 40;

    /** The highest sampling rate that is read, in Hz; recorders of ultrasound stay below. */
    static final int HIGHEST_RATE = 1_000_000;

    private static final int SHORTEST = 16;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int TRUE_TAG = 24;
    private static final int END_OF_GUID = 26;

    /** Of {@code 0000xxxx-0000-0010-8000-00AA00389B71}, as it is written. */
    private static final byte[] GUID = {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
    };

    /**
     * Reads a chunk.
     *
     * @param chunk its first bytes, little-endian, at most {@link #LONGEST}
     * @param where the file, for messages
     */
    static WaveFormat parse(ByteBuffer chunk, String where) {
        if (chunk.limit() < SHORTEST) {
            throw new DataException(
                    where,
                    "its chunk 'fmt ' has " + chunk.limit() + " bytes where at least " + SHORTEST + " are needed; "
                            + WaveFile.REMEDY);
        }
        int tag = tag(chunk);
        int bits = Short.toUnsignedInt(chunk.getShort(14));
        Optional<SampleCoding> coding = SampleCoding.of(tag, bits);
        WaveFormat format = new WaveFormat(
                chunk.getInt(4),
                Short.toUnsignedInt(chunk.getShort(2)),
                coding.orElseThrow(() -> new DataException(
                        where,
                        "its samples are coded in format " + tag + " with " + bits
                                + " bits, where PCM (1) of 8, 16, 24 or 32 bits and floating point (3) of 32 are read; "
                                + WaveFile.REMEDY)));
        format.check(Short.toUnsignedInt(chunk.getShort(12)), where);
        return format;
    }

    /** Bytes of the samples of all channels at one time. */
    int blockBytes() {
        return channels * coding.bytes();
    }

    private static int tag(ByteBuffer chunk) {
        int tag = Short.toUnsignedInt(chunk.getShort(0));
        boolean extended = tag == EXTENSIBLE
                && chunk.limit() == LONGEST
                && chunk.slice(END_OF_GUID, GUID.length).equals(ByteBuffer.wrap(GUID));
        return extended ? Short.toUnsignedInt(chunk.getShort(TRUE_TAG)) : tag;
    }

    private void check(int writtenBlockBytes, String where) {
        if (channels == 0) {
            throw new DataException(where, "it has no channel; " + WaveFile.REMEDY);
        }
        if (rate <= 0 || rate > HIGHEST_RATE) {
            throw new DataException(
                    where,
                    "its sampling rate is " + Integer.toUnsignedString(rate) + " Hz, not from 1 to " + HIGHEST_RATE
                            + "; " + WaveFile.REMEDY);
        }
        if (writtenBlockBytes != blockBytes()) {
            throw new DataException(
                    where,
                    "it says that " + channels + " channels of " + coding.bytes() + " bytes take " + writtenBlockBytes
                            + " bytes; " + WaveFile.REMEDY);
        }
    }
}
