package dev.tendril.nlp.sound;

import dev.tendril.api.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads WAVE files (IBM and Microsoft 1991): {@code RIFF}, a size that is not looked at, {@code WAVE}, then chunks of a name of four
 * letters, a size of four bytes, so many bytes and one more if they are odd. {@code fmt } says how {@code data} is coded; what else
 * stands there is passed over, and so is all behind {@code data}.
 */
final class WaveFile {
    /** How a file that is not read becomes one that is. */
    static final String REMEDY = "convert it to PCM, for example by: ffmpeg -i OLD -c:a pcm_s16le NEW.wav";

    private static final int NAME = 4;
    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    private WaveFile() {}

    /** Reads a file to the end of its samples. */
    static Recording read(FileBytes file) throws IOException {
        checkHeader(file);
        WaveFormat format = null;
        while (true) {
            Chunk chunk = chunk(file);
            switch (chunk.name()) {
                case "data" -> {
                    return samples(file, format, chunk.size());
                }
                case "fmt " -> format = format(file, chunk.size());
                default -> pass(file, chunk.size(), chunk.size());
            }
        }
    }

    /** The head of a chunk, whose bytes are all there. */
    private record Chunk(String name, long size) {}

    private static void checkHeader(FileBytes file) throws IOException {
        ByteBuffer header = file.next(HEADER, "its header");
        if (!name(header, 0).equals("RIFF") || !name(header, 2 * NAME).equals("WAVE")) {
            throw new DataException(
                    file.where(),
                    "is no WAVE file: it starts with '" + name(header, 0) + "' and '" + name(header, 2 * NAME)
                            + "', not with 'RIFF' and 'WAVE'; " + REMEDY);
        }
    }

    private static Chunk chunk(FileBytes file) throws IOException {
        if (file.left() == 0) {
            throw new DataException(file.where(), "it has no chunk 'data'; it is cut off: copy it again");
        }
        ByteBuffer header = file.next(CHUNK_HEADER, "the header of a chunk");
        Chunk chunk = new Chunk(name(header, 0), Integer.toUnsignedLong(header.getInt(NAME)));
        if (chunk.size() > file.left()) {
            throw new DataException(
                    file.where(),
                    "its chunk '" + chunk.name() + "' claims " + chunk.size() + " bytes where the file has "
                            + file.left() + " more: it is cut off (copy it again) or was written to a pipe (" + REMEDY
                            + ")");
        }
        return chunk;
    }

    private static WaveFormat format(FileBytes file, long size) throws IOException {
        int looked = (int) Math.min(size, WaveFormat.LONGEST);
        WaveFormat format = WaveFormat.parse(file.next(looked, "its chunk 'fmt '"), file.where());
        pass(file, size - looked, size);
        return format;
    }

    private static Recording samples(FileBytes file, @Nullable WaveFormat format, long size) throws IOException {
        if (format == null) {
            throw new DataException(file.where(), "its chunk 'data' stands before 'fmt '; " + REMEDY);
        }
        return new Recording(file.where(), format.rate(), new WaveSamples(format, file).read(size));
    }

    /** Passes over the rest of a chunk, and over its padding if that is there. */
    private static void pass(FileBytes file, long rest, long size) throws IOException {
        file.skip(Math.min(rest + size % 2, file.left()));
    }

    /** Four letters; bytes that are none are shown as dots. */
    private static String name(ByteBuffer bytes, int at) {
        return StandardCharsets.ISO_8859_1
                .decode(bytes.slice(at, NAME))
                .toString()
                .replaceAll("[^ -~]", ".");
    }
}
