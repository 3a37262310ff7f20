package dev.tendril.training.checkpoint;

import dev.tendril.api.TendrilException;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.training.loss.MeanLoss;
import dev.tendril.training.loss.MeanLoss.HeadSum;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The file {@code manifest.txt} of a checkpoint, written last: UTF-8 lines {@code key=value} in this order, each ended by a line
 * feed. Fractions are written as {@link Double#toHexString} writes them, which keeps every bit.
 * <pre>
 *   tendril-checkpoint=3                    version of this format
 *   key=16 digits 16 digits                 the run's random key, hexadecimal
 *   step=…                                  updates made
 *   epoch=…                                 epoch under way, from 1
 *   batch=…                                 batches of it that are done
 *   window=…                                windows of the next batch that are done
 *   validation=…                            watched metric of each epoch that ended, smaller is better, separated by spaces
 *   head=weight total steps name            sums of the training loss of this epoch; one line a head, any number
 *   file=name size digest                   one line a file: bytes, SHA-256
 *   sha256=…                                of all lines above
 * </pre>
 *
 * @param progress where the run stands
 * @param key the run's random key
 * @param files the other files of the checkpoint
 */
record Manifest(Progress progress, RandomKey key, List<Entry> files) {
    static final String FILE = "manifest.txt";
    private static final String VERSION = "3";
    private static final String SEAL = "sha256=";

    Manifest {
        files = List.copyOf(files);
    }

    /**
     * A file beside the manifest.
     *
     * @param name without a folder
     * @param size in bytes
     * @param digest SHA-256
     */
    record Entry(String name, long size, String digest) {}

    byte[] toBytes() {
        StringBuilder text = new StringBuilder();
        line(text, "tendril-checkpoint", VERSION);
        line(text, "key", String.format(Locale.ROOT, "%016x %016x", key.high(), key.low()));
        line(text, "step", Long.toString(progress.step()));
        line(text, "epoch", Integer.toString(progress.epoch()));
        line(text, "batch", Integer.toString(progress.batch()));
        line(text, "window", Integer.toString(progress.window()));
        line(
                text,
                "validation",
                String.join(
                        " ",
                        progress.validation().stream().map(Double::toHexString).toList()));
        progress.loss().heads().forEach((name, sum) -> line(text, "head", numbers(sum) + " " + name));
        files.forEach(file -> line(text, "file", file.name() + " " + file.size() + " " + file.digest()));
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        text.append(SEAL).append(Digests.of(ByteBuffer.wrap(body))).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws DamagedCheckpoint if it is anything else
     * @throws TendrilException if another version of this format wrote it
     */
    static Manifest parse(ByteBuffer bytes) throws DamagedCheckpoint {
        String text = StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        Lines lines = new Lines(unsealed(text));
        String version = lines.next("tendril-checkpoint");
        if (!version.equals(VERSION)) {
            throw new TendrilException("the checkpoint has format " + version
                    + ", this version of Tendril reads format " + VERSION + "; resume with the version that wrote it");
        }
        try {
            RandomKey key = key(lines.next("key"));
            long step = Long.parseLong(lines.next("step"));
            int epoch = Integer.parseInt(lines.next("epoch"));
            int batch = Integer.parseInt(lines.next("batch"));
            int window = Integer.parseInt(lines.next("window"));
            List<Double> validation = validation(lines.next("validation"));
            MeanLoss loss = loss(lines.all("head"));
            List<Entry> files = files(lines.all("file"));
            lines.end();
            return new Manifest(new Progress(step, epoch, batch, window, validation, loss), key, files);
        } catch (IllegalArgumentException malformed) {
            throw new DamagedCheckpoint("its manifest is malformed: " + malformed.getMessage(), malformed);
        }
    }

    /** The entry of a file. */
    Entry file(String name) throws DamagedCheckpoint {
        for (Entry file : files) {
            if (file.name().equals(name)) {
                return file;
            }
        }
        throw new DamagedCheckpoint("its manifest does not name " + name);
    }

    private static String unsealed(String text) throws DamagedCheckpoint {
        int seal = text.lastIndexOf(SEAL);
        if (seal < 1 || text.charAt(seal - 1) != '\n') {
            throw new DamagedCheckpoint("its manifest is cut short");
        }
        String body = text.substring(0, seal);
        String digest = Digests.of(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
        if (!text.substring(seal).equals(SEAL + digest + "\n")) {
            throw new DamagedCheckpoint("its manifest was changed: the checksum does not match");
        }
        return body;
    }

    private static void line(StringBuilder text, String key, String value) {
        if (value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("'" + value + "' holds a line feed and cannot stand in a manifest");
        }
        text.append(key).append('=').append(value).append('\n');
    }

    private static String numbers(HeadSum sum) {
        return String.join(
                " ",
                Double.toHexString(sum.weight()),
                Double.toHexString(sum.total()),
                Double.toHexString(sum.steps()));
    }

    private static RandomKey key(String value) {
        String[] halves = value.split(" ", -1);
        if (halves.length != 2) {
            throw new IllegalArgumentException("key '" + value + "' has not two halves");
        }
        return new RandomKey(Long.parseUnsignedLong(halves[0], 16), Long.parseUnsignedLong(halves[1], 16));
    }

    private static List<Double> validation(String value) {
        List<Double> values = new ArrayList<>();
        if (!value.isEmpty()) {
            for (String each : value.split(" ", -1)) {
                values.add(Double.valueOf(each));
            }
        }
        return values;
    }

    private static MeanLoss loss(List<String> values) {
        Map<String, HeadSum> heads = new LinkedHashMap<>();
        for (String value : values) {
            String[] parts = parts(value, 4);
            heads.put(
                    parts[3],
                    new HeadSum(
                            Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
        }
        return new MeanLoss(heads);
    }

    private static List<Entry> files(List<String> values) {
        List<Entry> files = new ArrayList<>();
        for (String value : values) {
            String[] parts = parts(value, 3);
            files.add(new Entry(parts[0], Long.parseLong(parts[1]), parts[2]));
        }
        return files;
    }

    private static String[] parts(String value, int count) {
        String[] parts = value.split(" ", count);
        if (parts.length != count) {
            throw new IllegalArgumentException("'" + value + "' has not " + count + " parts");
        }
        return parts;
    }
}
