package dev.tendril.testkit.planted;

/**
 * A field that a component should not have.
 *
 * @param <T> what is kept
 */
final class Kept<T> {
    private volatile T value;

    Kept(T first) {
        this.value = first;
    }

    /** Keeps a value, and gives back what is kept a little later: somebody else's, if there was one. */
    T through(T mine) {
        value = mine;
        Layers.pause();
        return value;
    }
}
