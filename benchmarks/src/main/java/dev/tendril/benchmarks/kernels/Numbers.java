package dev.tendril.benchmarks.kernels;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import java.util.SplittableRandom;

/** Random numbers from 0.1 to 1.1, of which every function has a value. */
final class Numbers {
    private Numbers() {}

    static Span draw(int count) {
        Storage storage = Storage.allocate(Precision.FLOAT32, count);
        fill(storage, count);
        return new Span(storage, 0);
    }

    static float[] drawn(int count) {
        return draw(count).storage().toFloats(0, count);
    }

    /** The same numbers as everywhere. */
    static void fill(Storage storage, int count) {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < count; i++) {
            storage.set(i, 0.1 + random.nextDouble());
        }
    }

    static Span zeros(int count) {
        return new Span(Storage.allocate(Precision.FLOAT32, count), 0);
    }
}
