package dev.tendril.nlp.sound;

import static dev.tendril.nlp.sound.WaveBytes.extensible;
import static dev.tendril.nlp.sound.WaveBytes.format;
import static dev.tendril.nlp.sound.WaveBytes.little;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Files that are cut off, lie or hold what is not read: each is refused at its name, with the remedy. */
class HostileWaveTest {
    private static final int RATE = 8000;

    @Test
    void everyStartOfAFileIsRefused() {
        byte[] file = WaveBytes.of(RATE, 0.1, 0.2, 0.3);
        for (int size = 0; size < file.length; size++) {
            byte[] start = Arrays.copyOf(file, size);
            assertThatThrownBy(() -> WaveBytes.read(start))
                    .as(size + " bytes")
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("a.wav: ")
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void anotherFormatOfFileIsNamed() {
        byte[] ogg = "OggS\0\2\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> WaveBytes.read(ogg))
                .hasMessage("a.wav: is no WAVE file: it starts with 'OggS' and '....', not with 'RIFF' and 'WAVE';"
                        + " convert it to PCM, for example by: ffmpeg -i OLD -c:a pcm_s16le NEW.wav");
        byte[] video = "RIFF....AVI LIST".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> WaveBytes.read(video)).hasMessageContaining("'RIFF' and 'AVI '");
    }

    @Test
    void aChunkLargerThanTheFileIsRefusedBeforeMemoryIsTaken() {
        refused(
                good().head("data", 0xFFFF_FFFFL),
                "its chunk 'data' claims 4294967295 bytes where the file has 0 more");
        refused(good().head("LI\nT", 5), "its chunk 'LI.T' claims 5 bytes where the file has 0 more");
        refused(new WaveBytes().head("fmt ", 16), "its chunk 'fmt ' claims 16 bytes");
    }

    @Test
    void aFileThatShrinksWhileItIsReadIsCutOff() {
        byte[] file = WaveBytes.of(RATE, 0.1, 0.2);
        assertThatThrownBy(() -> WaveFile.read(
                        new FileBytes("a.wav", new ByteArrayInputStream(file, 0, file.length - 1), file.length)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the file ends within its samples; it is cut off");
    }

    @Test
    void aFileWithoutSamplesOrFormatIsRefused() {
        refused(good(), "it has no chunk 'data'");
        refused(good().chunk("data", little(0)), "it holds no sample; remove its line");
        refused(new WaveBytes().chunk("data", little(2)), "'data' stands before 'fmt '");
        refused(new WaveBytes().chunk("fmt ", little(14)), "has 14 bytes where at least 16 are needed");
    }

    @Test
    void whatIsNotCodedPlainlyIsRefusedWithItsFormat() {
        refused(format(2, 1, RATE, 4), "coded in format 2 with 4 bits");
        refused(format(7, 1, RATE, 8), "coded in format 7 with 8 bits");
        refused(format(0x55, 2, RATE, 0), "coded in format 85 with 0 bits");
        refused(format(1, 1, RATE, 12), "coded in format 1 with 12 bits");
        refused(format(1, 1, RATE, 64), "coded in format 1 with 64 bits");
        refused(format(3, 1, RATE, 64), "coded in format 3 with 64 bits");
        refused(extensible(6, 1, RATE, 8), "coded in format 6 with 8 bits");
        refused(extensible(1, 1, RATE, 16).put(39, (byte) 0), "coded in format 65534 with 16 bits");
        refused(format(0xFFFE, 1, RATE, 16), "coded in format 65534 with 16 bits");
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        refused(format(1, 0, RATE, 16), "it has no channel");
        refused(format(1, 1, 0, 16), "its sampling rate is 0 Hz");
        refused(format(1, 1, -1, 16), "its sampling rate is 4294967295 Hz");
        refused(format(1, 1, 1_000_001, 16), "its sampling rate is 1000001 Hz, not from 1 to 1000000");
        refused(format(1, 2, RATE, 16).putShort(12, (short) 2), "2 channels of 2 bytes take 2 bytes");
        refused(format(1, 65535, RATE, 16), "65535 channels of 2 bytes take 65534 bytes");
        refused(good().chunk("data", little(3)), "its 3 bytes of samples are no multiple of 2");
    }

    @Test
    void samplesThatAreNoNumbersAreRefusedAtTheirPlace() {
        for (float sample : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            refused(
                    new WaveBytes()
                            .chunk("fmt ", format(3, 1, RATE, 32))
                            .chunk("data", little(8).putFloat(1).putFloat(sample)),
                    "sample 2 is " + (double) sample);
        }
    }

    @Test
    void aRecordingLongerThanTheLongestIsRefusedBeforeItIsRead() {
        byte[] file = good().head("data", 2L * (WaveSamples.LONGEST + 1)).bytes();
        assertThatThrownBy(() -> WaveFile.read(
                        new FileBytes("a.wav", new ByteArrayInputStream(file), file.length + 100_000_000L)))
                .hasMessage("a.wav: its 16777217 samples are more than the 16777216 that are read; cut it into pieces");
    }

    /** Whatever bytes a file has, it is read or refused. */
    @Test
    void noDamageOfAFileGoesUnnoticedOrBreaksTheReader() {
        SplittableRandom random = new SplittableRandom(7);
        byte[] good = good().chunk("LIST", little(5)).chunk("data", little(22)).bytes();
        int read = 0;
        int rounds = 20_000;
        for (int round = 0; round < rounds; round++) {
            byte[] damaged = good.clone();
            for (int damages = random.nextInt(1, 5); damages > 0; damages--) {
                damaged[random.nextInt(12, damaged.length)] = (byte) random.nextInt();
            }
            try {
                Recording recording = WaveBytes.read(damaged);
                assertThat(recording.samples()).isNotEmpty();
                assertThat(recording.rate()).isBetween(1, WaveFormat.HIGHEST_RATE);
                read++;
            } catch (DataException refused) {
                assertThat(refused).hasMessageStartingWith("a.wav: ");
            }
        }
        assertThat(read).isBetween(rounds / 100, rounds - rounds / 100); // both happen
    }

    @Test
    void theBoundsThemselvesAreRead() {
        assertThatCode(() -> WaveBytes.read(WaveBytes.of(1, 0.5))).doesNotThrowAnyException();
        assertThatCode(() -> WaveBytes.read(WaveBytes.of(1_000_000, 0.5))).doesNotThrowAnyException();
    }

    private static WaveBytes good() {
        return new WaveBytes().chunk("fmt ", format(1, 1, RATE, 16));
    }

    private static void refused(ByteBuffer format, String message) {
        refused(new WaveBytes().chunk("fmt ", format).chunk("data", little(8)), message);
    }

    private static void refused(WaveBytes file, String message) {
        assertThatThrownBy(() -> WaveBytes.read(file.bytes()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("a.wav: ")
                .hasMessageContaining(message);
    }
}
