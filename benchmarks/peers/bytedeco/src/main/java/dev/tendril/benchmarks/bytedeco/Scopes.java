package dev.tendril.benchmarks.bytedeco;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/** Computations whose tensors are freed when they end. */
@SuppressWarnings("try") // a scope does its work by being open
final class Scopes {
    private Scopes() {}

    /** Computes with gradients. */
    static void training(Runnable computation) {
        try (PointerScope scope = new PointerScope()) {
            computation.run();
        }
    }

    /** Computes without. */
    static void inference(Runnable computation) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            computation.run();
        }
    }
}
