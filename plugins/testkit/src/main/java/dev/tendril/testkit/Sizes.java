package dev.tendril.testkit;

import dev.tendril.api.tensor.Shape;
import java.util.List;

/** Compares what was inferred with what was computed. */
final class Sizes {
    private Sizes() {}

    static void check(String promise, Shape inferred, Shape computed) {
        Failures.failIf(
                inferred.equals(computed)
                        ? List.of()
                        : List.of("inferred is " + inferred + ", computed was " + computed),
                promise);
    }
}
