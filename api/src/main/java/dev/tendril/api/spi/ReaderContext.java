package dev.tendril.api.spi;

import dev.tendril.api.HostImplemented;
import dev.tendril.api.tensor.RandomSource;
import java.nio.file.Path;

/** Where a reader is made. */
@HostImplemented
public interface ReaderContext {

    /**
     * A path written in the YAML file: relative to that file, and inside its folder unless the operator allowed more.
     *
     * @throws dev.tendril.api.DataException if it may not be read
     */
    Path resolve(String path);

    /** Random numbers, for readers that generate or sample. */
    RandomSource random();

    /** The seed of the YAML file. */
    long seed();
}
