package dev.tendril.training.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** The operations on files that checkpoints are made of, each of which may fail or be the last before the process dies. */
interface FileLayer {
    /** Makes a folder and those above it; nothing happens if it is there. */
    void createFolder(Path folder) throws IOException;

    /** Opens a new file for writing. */
    OutputStream create(Path file) throws IOException;

    /** Returns once a file, or the entries of a folder, are on the device. */
    void sync(Path fileOrFolder) throws IOException;

    /** Renames a folder within its parent, in one step. */
    void rename(Path from, Path to) throws IOException;

    /** What stands in a folder; nothing if there is no such folder. */
    List<Path> list(Path folder) throws IOException;

    /** A whole file. */
    ByteBuffer read(Path file) throws IOException;

    /** Removes a folder and the files in it. */
    void delete(Path folder) throws IOException;
}
