package dev.tendril.runtime.plugin;

import dev.tendril.api.TendrilException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What tells a file from another that took its place, without reading it.
 *
 * @param size in bytes
 * @param modified when its content was last written
 * @param key the file system's own name for it, where it has one
 */
record JarState(long size, FileTime modified, Optional<Object> key) {
    /**
     * The state of a file now.
     *
     * @throws TendrilException if it cannot be read
     */
    static JarState of(Path jar) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            return new JarState(
                    attributes.size(), attributes.lastModifiedTime(), Optional.ofNullable(attributes.fileKey()));
        } catch (IOException failure) {
            throw new TendrilException(jar + " cannot be read: " + failure, failure);
        }
    }
}
