package dev.tendril.runtime.fit;

import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.runtime.check.DataPaths;
import java.nio.file.Path;

/**
 * Where the readers of a model file are made.
 *
 * @param paths that may be read
 * @param random random numbers
 * @param seed of the model file
 */
public record SourceContext(DataPaths paths, RandomSource random, long seed) implements ReaderContext {
    @Override
    public Path resolve(String path) {
        return paths.resolve(path);
    }
}
