package dev.tendril.nlp.sound;

import dev.tendril.api.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads the samples of a WAVE file; of several channels it takes the mean.
 *
 * @param format how they are coded
 * @param file that stands before the first of them
 */
record WaveSamples(WaveFormat format, FileBytes file) {
    /** Samples of a channel in the longest recording that is read: 16,777,216, which are 17 minutes at 16 kHz. */
    static final int LONGEST = 1 << 24;

    /** About so many bytes are read at once. */
    private static final int BLOCK = 1 << 16;

    /** Reads so many bytes, which are there. */
    double[] read(long size) throws IOException {
        int blockBytes = format.blockBytes();
        check(size, blockBytes);
        double[] samples = new double[(int) (size / blockBytes)];
        int most = Math.max(1, BLOCK / blockBytes);
        for (int start = 0; start < samples.length; start += most) {
            int end = Math.min(samples.length, start + most);
            mix(file.next((end - start) * blockBytes, "its samples"), samples, start, end);
        }
        return samples;
    }

    private void check(long size, int blockBytes) {
        if (size == 0) {
            throw new DataException(file.where(), "it holds no sample; remove its line from the table");
        }
        if (size % blockBytes != 0) {
            throw new DataException(
                    file.where(),
                    "its " + size + " bytes of samples are no multiple of " + blockBytes
                            + ", the size of one sample of all channels; " + WaveFile.REMEDY);
        }
        if (size / blockBytes > LONGEST) {
            throw new DataException(
                    file.where(),
                    "its " + size / blockBytes + " samples are more than the " + LONGEST
                            + " that are read; cut it into pieces");
        }
    }

    private void mix(ByteBuffer bytes, double[] samples, int start, int end) {
        int at = 0;
        for (int i = start; i < end; i++) {
            double sum = 0;
            for (int channel = 0; channel < format.channels(); channel++) {
                sum += format.coding().sample(bytes, at);
                at += format.coding().bytes();
            }
            samples[i] = sum / format.channels();
            if (!Double.isFinite(samples[i])) {
                throw new DataException(
                        file.where(),
                        "sample " + (i + 1) + " is " + samples[i] + ", no finite number; record it again");
            }
        }
    }
}
