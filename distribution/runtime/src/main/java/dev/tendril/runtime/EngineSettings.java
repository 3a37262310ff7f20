package dev.tendril.runtime;

import dev.tendril.api.tensor.Precision;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What the engine of a runtime is made of.
 *
 * @param precision how numbers are stored
 * @param threads how many compute at once, the caller's included; the number never changes a result
 * @param executor lends threads; without one the engine has its own
 */
public record EngineSettings(Precision precision, int threads, Optional<Executor> executor) {
    public EngineSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", want at least 1");
        }
    }

    /** Float32, as many threads as the machine has processors, of its own. */
    public static EngineSettings defaults() {
        return new EngineSettings(Precision.FLOAT32, Runtime.getRuntime().availableProcessors(), Optional.empty());
    }
}
