package dev.tendril.runtime.check;

import dev.tendril.api.DataException;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.tensor.random.Philox;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hears which files a reader asks for while it is made; a reader asks for all of its files then. */
final class FileRequests implements ReaderContext {
    private final DataPaths paths;
    private final long seed;
    private final Map<String, Path> asked = new LinkedHashMap<>();
    private final Map<String, DataException> refused = new LinkedHashMap<>();

    FileRequests(DataPaths paths, long seed) {
        this.paths = paths;
        this.seed = seed;
    }

    @Override
    public Path resolve(String path) {
        try {
            Path resolved = paths.resolve(path);
            asked.put(path, resolved);
            return resolved;
        } catch (DataException forbidden) {
            refused.put(path, forbidden);
            throw forbidden;
        }
    }

    @Override
    public RandomSource random() {
        return new Philox();
    }

    @Override
    public long seed() {
        return seed;
    }

    /** Files by the text they are written as. */
    Map<String, Path> asked() {
        return asked;
    }

    /** Why a path may not be read, by its text. */
    Map<String, DataException> refused() {
        return refused;
    }
}
