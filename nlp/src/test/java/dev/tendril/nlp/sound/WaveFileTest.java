package dev.tendril.nlp.sound;

import static dev.tendril.nlp.sound.WaveBytes.extensible;
import static dev.tendril.nlp.sound.WaveBytes.format;
import static dev.tendril.nlp.sound.WaveBytes.little;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every coding is read to exact numbers: all of them are sums of powers of two. */
class WaveFileTest {
    private static final int RATE = 8000;

    @Test
    void eightBitsAreUnsignedWithSilenceInTheMiddle() {
        ByteBuffer data = little(5)
                .put((byte) 0)
                .put((byte) 64)
                .put((byte) 128)
                .put((byte) 129)
                .put((byte) 255);
        assertThat(samples(1, 8, data)).containsExactly(-1, -0.5, 0, 1 / 128.0, 127 / 128.0);
    }

    @Test
    void sixteenBitsAreSigned() {
        ByteBuffer data = little(10)
                .putShort(Short.MIN_VALUE)
                .putShort((short) -1)
                .putShort((short) 0)
                .putShort((short) 258)
                .putShort(Short.MAX_VALUE);
        assertThat(samples(1, 16, data)).containsExactly(-1, -1 / 32768.0, 0, 258 / 32768.0, 32767 / 32768.0);
    }

    @Test
    void twentyFourBitsAreSigned() {
        ByteBuffer data = little(15);
        for (int value : new int[] {-0x80_0000, -1, 0, 0x01_02_83, 0x7F_FFFF}) {
            data.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
        }
        double unit = 1 / 8388608.0;
        assertThat(samples(1, 24, data)).containsExactly(-1, -unit, 0, 0x01_02_83 * unit, 0x7F_FFFF * unit);
    }

    @Test
    void thirtyTwoBitsAreSigned() {
        ByteBuffer data = little(16)
                .putInt(Integer.MIN_VALUE)
                .putInt(-1)
                .putInt(0x01_02_03_84)
                .putInt(Integer.MAX_VALUE);
        double unit = 1 / 2147483648.0;
        assertThat(samples(1, 32, data)).containsExactly(-1, -unit, 0x01_02_03_84 * unit, Integer.MAX_VALUE * unit);
    }

    @Test
    void floatingPointMayBeLouderThanOne() {
        ByteBuffer data = little(12).putFloat(-1.5f).putFloat(0.1f).putFloat(Float.MIN_VALUE);
        assertThat(samples(3, 32, data)).containsExactly(-1.5, 0.1f, Float.MIN_VALUE);
    }

    @Test
    void ofSeveralChannelsTheMeanIsTaken() {
        ByteBuffer data = little(12);
        for (int value : new int[] {300, -600, 0, 3000, 3000, -12000}) {
            data.putShort((short) value);
        }
        byte[] file = new WaveBytes()
                .chunk("fmt ", format(1, 3, RATE, 16))
                .chunk("data", data)
                .bytes();
        assertThat(WaveBytes.read(file).samples()).containsExactly(-100 / 32768.0, -2000 / 32768.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theFormatMayStandInAGuid(int tag) {
        ByteBuffer data = tag == 3 ? little(4).putFloat(0.25f) : little(4).putInt(1 << 29);
        byte[] file = new WaveBytes()
                .chunk("fmt ", extensible(tag, 1, 44100, 32))
                .chunk("data", data)
                .bytes();
        assertThat(WaveBytes.read(file).samples()).containsExactly(0.25);
        assertThat(WaveBytes.read(file).rate()).isEqualTo(44100);
    }

    @Test
    void chunksThatSayNothingOfTheSoundArePassedOverWithTheirPadding() {
        byte[] file = new WaveBytes()
                .chunk("JUNK", little(7))
                .chunk("fmt ", little(19).put(format(1, 1, RATE, 16).flip())) // an odd one with an extension
                .chunk("LIST", little(0))
                .chunk("data", little(2).putShort((short) 16384))
                .head("LIST", 1_000_000) // behind the samples nothing is looked at
                .bytes();
        assertThat(WaveBytes.read(file).samples()).containsExactly(0.5);
        assertThat(WaveBytes.read(file).where()).isEqualTo("a.wav");
    }

    @Test
    void aRecordingLongerThanABlockIsReadWhole() {
        int count = 20_011;
        ByteBuffer data = little(count * 9);
        for (int i = 0; i < 3 * count; i++) {
            int value = i / 3 * 37;
            data.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
        }
        byte[] file = new WaveBytes()
                .chunk("fmt ", format(1, 3, RATE, 24))
                .chunk("data", data)
                .bytes();
        double[] samples = WaveBytes.read(file).samples();
        assertThat(samples).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(samples[i]).isEqualTo(i * 37 / 8388608.0);
        }
    }

    private static double[] samples(int tag, int bits, ByteBuffer data) {
        byte[] file = new WaveBytes()
                .chunk("fmt ", format(tag, 1, RATE, bits))
                .chunk("data", data)
                .bytes();
        return WaveBytes.read(file).samples();
    }
}
