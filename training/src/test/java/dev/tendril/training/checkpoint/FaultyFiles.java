package dev.tendril.training.checkpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The disk, with a fault at one operation: a write is cut in its middle, any other operation is not done at all. Where the process
 * dies, the power fails too: what was written to a file and not synchronised is lost but for a half.
 */
final class FaultyFiles implements FileLayer {
    /** The process ends here. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What happens at the fault. */
    enum Fault {
        DEATH,
        FAILURE
    }

    private final FileLayer disk = new DiskFiles();
    private final Fault fault;
    private final int at;
    private final Set<Path> unsynchronised = new HashSet<>();
    private int operations;

    /** A fault at one operation, counted from 0. */
    FaultyFiles(Fault fault, int at) {
        this.fault = fault;
        this.at = at;
    }

    /** Whether the fault has happened. */
    boolean happened() {
        return operations > at;
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        strike();
        disk.createFolder(folder);
    }

    @Override
    public OutputStream create(Path file) throws IOException {
        strike();
        unsynchronised.add(file);
        return new FilterOutputStream(disk.create(file)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (operations == at) {
                    out.write(bytes, offset, length / 2);
                    out.flush();
                }
                strike();
                out.write(bytes, offset, length);
            }
        };
    }

    @Override
    public void sync(Path fileOrFolder) throws IOException {
        strike();
        disk.sync(fileOrFolder);
        unsynchronised.remove(fileOrFolder);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        strike();
        disk.rename(from, to);
        for (Path file : List.copyOf(unsynchronised)) {
            if (file.startsWith(from)) {
                unsynchronised.remove(file);
                unsynchronised.add(to.resolve(from.relativize(file)));
            }
        }
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        strike();
        return disk.list(folder);
    }

    @Override
    public ByteBuffer read(Path file) throws IOException {
        strike();
        return disk.read(file);
    }

    /** File by file, so that the fault can leave a folder that is half removed. */
    @Override
    public void delete(Path folder) throws IOException {
        for (Path file : disk.list(folder)) {
            strike();
            Files.delete(file);
            unsynchronised.remove(file);
        }
        strike();
        disk.delete(folder);
    }

    private void strike() throws IOException {
        if (operations++ != at) {
            return;
        }
        if (fault == Fault.FAILURE) {
            throw new IOException("No space left on device");
        }
        unsynchronised.forEach(FaultyFiles::loseHalf);
        throw new Death();
    }

    private static void loseHalf(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
