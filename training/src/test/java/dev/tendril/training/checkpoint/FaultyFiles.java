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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The disk, with a fault at one operation. Where it fails, a write is cut in its middle and any other operation is not done at all.
 * Where the process dies, the power fails too: of what was written to a file and not synchronised half is lost, and a rename in a
 * folder that was not synchronised has not happened.
 */
final class FaultyFiles implements FileLayer {
    /** A rename whose folder is not synchronised yet. */
    private record Rename(Path from, Path to) {}

    /** The process ends here. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What happens at the fault. */
    enum Fault {
        /** The process dies and the power fails. */
        DEATH,
        /** The operation fails; later ones do not. */
        FAILURE,
        /** The operation seems to succeed; a file that is synchronised is changed behind our back. */
        CHANGE
    }

    private final FileLayer disk = new DiskFiles();
    private final Fault fault;
    private final int at;
    private final Set<Path> unsynchronised = new HashSet<>();
    private final List<Rename> renames = new ArrayList<>();
    private int operations;
    private boolean changed;

    /** A fault at one operation, counted from 0. */
    FaultyFiles(Fault fault, int at) {
        this.fault = fault;
        this.at = at;
    }

    /** Whether the fault has happened. */
    boolean happened() {
        return operations > at;
    }

    /** Whether a file was changed. */
    boolean changed() {
        return changed;
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
                if (operations == at && fault != Fault.CHANGE) {
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
        if (fault == Fault.CHANGE && operations == at && Files.isRegularFile(fileOrFolder)) {
            change(fileOrFolder);
        }
        strike();
        disk.sync(fileOrFolder);
        unsynchronised.remove(fileOrFolder);
        renames.removeIf(rename -> rename.from().startsWith(fileOrFolder));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        strike();
        disk.rename(from, to);
        renames.add(new Rename(from, to));
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
        if (operations++ != at || fault == Fault.CHANGE) {
            return;
        }
        if (fault == Fault.FAILURE) {
            throw new IOException("No space left on device");
        }
        powerFails();
        throw new Death();
    }

    /** Undoes what is not on the device yet. */
    void powerFails() throws IOException {
        unsynchronised.forEach(FaultyFiles::loseHalf);
        for (int last = renames.size() - 1; last >= 0; last--) {
            Rename rename = renames.get(last);
            if (Files.exists(rename.to())) {
                Files.move(rename.to(), rename.from());
            }
        }
    }

    private void change(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        changed = true;
    }

    private static void loseHalf(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
