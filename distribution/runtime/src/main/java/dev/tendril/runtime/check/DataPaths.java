package dev.tendril.runtime.check;

import dev.tendril.api.DataException;
import dev.tendril.runtime.diagnostic.Shortened;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which files a model file may name. A path is relative to the model file and stays inside its folder, links included, unless the operator allowed a
 * folder or gave the path himself.
 *
 * @param folder of the model file, absolute
 * @param allowed further folders that may be read, absolute
 * @param given texts of paths that the operator gave, as an override or in a variable
 */
public record DataPaths(Path folder, List<Path> allowed, Set<String> given) {
    private static final int LONGEST = 4_096;

    public DataPaths {
        folder = folder.toAbsolutePath().normalize();
        allowed =
                allowed.stream().map(each -> each.toAbsolutePath().normalize()).toList();
        given = Set.copyOf(given);
    }

    /**
     * The file that a path means; it may not exist.
     *
     * @throws DataException if it may not be read, with the remedy
     */
    public Path resolve(String path) {
        if (path.length() > LONGEST) {
            throw new DataException(Shortened.value(path), "is longer than any path, " + LONGEST + " characters");
        }
        Path resolved;
        try {
            resolved = folder.resolve(path).normalize();
        } catch (InvalidPathException invalid) {
            throw new DataException(path, "is not a path: " + invalid.getReason(), invalid);
        }
        if (given.contains(path) || inside(resolved)) {
            return resolved;
        }
        throw new DataException(
                path,
                "lies outside the folder of the model file; move it there, or allow its folder with --allow-path DIR");
    }

    /** Whether a path, and the file that links on it lead to, lies in one of the folders. */
    private boolean inside(Path path) {
        List<Path> folders = new ArrayList<>(allowed);
        folders.add(folder);
        Path target = real(path);
        return folders.stream().anyMatch(path::startsWith)
                && folders.stream().map(DataPaths::real).anyMatch(target::startsWith);
    }

    /** The path with all links followed, as far as it exists. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            Path parent = path.getParent();
            return parent == null || path.getFileName() == null
                    ? path
                    : real(parent).resolve(path.getFileName());
        }
    }
}
