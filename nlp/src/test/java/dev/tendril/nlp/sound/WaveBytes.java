package dev.tendril.nlp.sound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds files in WAVE chunk by chunk, right ones and wrong ones. */
final class WaveBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    WaveBytes() {
        write("RIFF", little(4).putInt(-1), "WAVE"); // the size is not looked at
    }

    /** A file of 16-bit samples of one channel. */
    static byte[] of(int rate, double... samples) {
        ByteBuffer data = little(2 * samples.length);
        for (double sample : samples) {
            data.putShort((short) Math.round(sample * 0x7FFF));
        }
        return new WaveBytes()
                .chunk("fmt ", format(1, 1, rate, 16))
                .chunk("data", data)
                .bytes();
    }

    /** What {@code fmt } holds at least. */
    static ByteBuffer format(int tag, int channels, int rate, int bits) {
        int block = channels * bits / 8;
        return little(16)
                .putShort((short) tag)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * block)
                .putShort((short) block)
                .putShort((short) bits);
    }

    /** What {@code fmt } holds if the format tag stands in a GUID. */
    static ByteBuffer extensible(int tag, int channels, int rate, int bits) {
        return little(40)
                .put(format(0xFFFE, channels, rate, bits).flip())
                .putShort((short) 22)
                .putShort((short) bits)
                .putInt(3)
                .putInt(tag)
                .putShort((short) 0)
                .putShort((short) 0x10)
                .put(new byte[] {(byte) 0x80, 0x00, 0x00, (byte) 0xAA, 0x00, 0x38, (byte) 0x9B, 0x71});
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Adds a chunk, with a byte more if its size is odd. */
    WaveBytes chunk(String name, ByteBuffer content) {
        head(name, content.capacity());
        write("", content, content.capacity() % 2 == 1 ? "~" : "");
        return this;
    }

    /** Adds the head of a chunk alone. */
    WaveBytes head(String name, long size) {
        write(name, little(4).putInt((int) size), "");
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Reads a file that is named {@code a.wav}. */
    static Recording read(byte[] file) {
        try {
            return WaveFile.read(new FileBytes("a.wav", new ByteArrayInputStream(file), file.length));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void write(String before, ByteBuffer content, String after) {
        bytes.writeBytes(before.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < content.capacity(); i++) {
            bytes.write(content.get(i));
        }
        bytes.writeBytes(after.getBytes(StandardCharsets.ISO_8859_1));
    }
}
