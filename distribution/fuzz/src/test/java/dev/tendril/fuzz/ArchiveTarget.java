package dev.tendril.fuzz;

import dev.tendril.api.DataException;
import dev.tendril.runtime.archive.Archive;

/** Bytes of a model archive → its parts, or refused. */
public final class ArchiveTarget {
    private ArchiveTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Archive.of("model.tendril", bytes);
        } catch (DataException refused) {
            if (refused.getMessage() == null || !refused.getMessage().startsWith("model.tendril")) {
                throw new AssertionError("does not say which archive", refused);
            }
        }
    }
}
