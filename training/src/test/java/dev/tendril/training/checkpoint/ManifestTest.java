package dev.tendril.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.TendrilException;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.training.loss.MeanLoss;
import dev.tendril.training.loss.MeanLoss.HeadSum;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ManifestTest {
    private static Manifest manifest() {
        Map<String, HeadSum> heads = new LinkedHashMap<>();
        heads.put("tag ger", new HeadSum(0.1, Math.PI, 17));
        heads.put("decoder", new HeadSum(1, 1.0 / 3, 23));
        Progress progress =
                new Progress(12345678901L, 4, 7, 3, List.of(0.1, Double.NaN, -1.0 / 3), new MeanLoss(heads));
        return new Manifest(
                progress,
                RandomKey.of(5),
                List.of(new Manifest.Entry("a.safetensors", 19, "00ff"), new Manifest.Entry("b", 0, "11")));
    }

    private static Manifest parse(byte[] bytes) throws DamagedCheckpoint {
        return Manifest.parse(ByteBuffer.wrap(bytes));
    }

    private static byte[] sealed(String body) {
        String digest = Digests.of(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
        return (body + "sha256=" + digest + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsEveryBitThatWasWritten() throws DamagedCheckpoint {
        assertThat(parse(manifest().toBytes())).isEqualTo(manifest());
    }

    @Test
    void readsTheStartOfARun() throws DamagedCheckpoint {
        Manifest start = new Manifest(Progress.start(), new RandomKey(-1, Long.MIN_VALUE), List.of());
        assertThat(parse(start.toBytes())).isEqualTo(start);
    }

    @Test
    void everyFlippedBitIsFound() {
        byte[] bytes = manifest().toBytes();
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> parse(flipped)).as("bit %d", bit).isInstanceOf(DamagedCheckpoint.class);
        }
    }

    @Test
    void everyMissingTailIsFound() {
        byte[] bytes = manifest().toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> parse(cut)).as("length %d", length).isInstanceOf(DamagedCheckpoint.class);
        }
    }

    @Test
    void aMissingLineOrAnUnknownOneIsFoundUnderAValidSeal() {
        String text = new String(manifest().toBytes(), StandardCharsets.UTF_8);
        String body = text.substring(0, text.lastIndexOf("sha256="));
        List<String> lines = body.lines().toList();
        for (int left = 0; left < lines.size(); left++) {
            if (!lines.get(left).startsWith("head=") && !lines.get(left).startsWith("file=")) {
                String without = String.join("\n", lines.subList(0, left)) + "\n"
                        + String.join("\n", lines.subList(left + 1, lines.size())) + "\n";
                assertThatThrownBy(() -> parse(sealed(without)))
                        .as(lines.get(left))
                        .isInstanceOf(DamagedCheckpoint.class);
            }
        }
        assertThatThrownBy(() -> parse(sealed(body + "more=1\n")))
                .isInstanceOf(DamagedCheckpoint.class)
                .hasMessageContaining("unknown line");
        assertThatThrownBy(() -> parse(sealed(body.replace("epoch=4", "epoch=four"))))
                .isInstanceOf(DamagedCheckpoint.class);
    }

    @Test
    void anotherFormatIsNotTakenForDamage() {
        String text = new String(manifest().toBytes(), StandardCharsets.UTF_8);
        String body = text.substring(0, text.lastIndexOf("sha256=")).replace("checkpoint=3", "checkpoint=4");
        assertThatThrownBy(() -> parse(sealed(body)))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("format 4")
                .hasMessageContaining("format 3");
    }
}
