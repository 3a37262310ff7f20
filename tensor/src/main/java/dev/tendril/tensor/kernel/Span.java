package dev.tendril.tensor.kernel;

/**
 * Where an operand starts.
 *
 * @param storage holds it
 * @param at position of its first element
 */
public record Span(Storage storage, int at) {
    /** The span that starts some elements later. */
    public Span plus(int elements) {
        return elements == 0 ? this : new Span(storage, at + elements);
    }

    float[] floats() {
        return ((Floats) storage).array();
    }

    double[] doubles() {
        return ((Doubles) storage).array();
    }
}
