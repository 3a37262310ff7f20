package dev.tendril.distribution;

import java.nio.file.Path;
import java.util.Objects;

/** Where the build left the unpacked folder and the zip. */
final class Distribution {
    private Distribution() {}

    static Path folder() {
        return Path.of(Objects.requireNonNull(
                System.getProperty("tendril.distribution"), "the build passes -Dtendril.distribution"));
    }

    static Path zip() {
        return folder().resolveSibling(folder().getFileName() + ".zip");
    }
}
