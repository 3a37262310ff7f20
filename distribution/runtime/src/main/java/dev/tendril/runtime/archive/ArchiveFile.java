package dev.tendril.runtime.archive;

import dev.tendril.api.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;

/** Archives on disk. At any moment the file at a path is a whole archive, the old or the new one. */
public final class ArchiveFile {
    /** Arrays end a little below 2³¹ bytes. */
    private static final long LARGEST = Integer.MAX_VALUE - 8L;

    private ArchiveFile() {}

    /**
     * The bytes of a file.
     *
     * @throws DataException if it cannot be read or is too large for an archive
     */
    public static byte[] read(Path file) {
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new DataException(
                        file.toString(), "the file has " + size + " bytes, an archive at most " + LARGEST);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new DataException(file.toString(), "there is no such file; give a model archive", missing);
        } catch (IOException unreadable) {
            throw new DataException(file.toString(), "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * Writes a file: to a temporary file beside it, forced to the disk, renamed into place, the folder forced to the disk, then read
     * back. If it fails, what stood at the path before stands there still.
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IOException(file + " is a folder; give the name of a file");
        }
        Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            writeForced(temporary, bytes);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder(folder);
        if (!Arrays.equals(bytes, Files.readAllBytes(target))) {
            throw new IOException(file + " reads back other bytes than were written; the disk may be failing");
        }
    }

    private static void writeForced(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes the rename itself durable, where folders can be opened at all: not on Windows, whose file systems log renames. */
    private static void forceFolder(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
