package dev.tendril.api.cell;

/**
 * How a cell runs over a sequence.
 *
 * @param reversed from each row's last real step to its first; outputs keep the places of their inputs
 * @param keepStates whether the state after every step is returned
 */
public record UnrollOptions(boolean reversed, boolean keepStates) {

    /** First step to last; only the last state is returned. */
    public static UnrollOptions forward() {
        return new UnrollOptions(false, false);
    }

    /** Last step to first; only the last state is returned. */
    public static UnrollOptions backward() {
        return new UnrollOptions(true, false);
    }

    /** The same with the state after every step. */
    public UnrollOptions keepingStates() {
        return new UnrollOptions(reversed, true);
    }
}
