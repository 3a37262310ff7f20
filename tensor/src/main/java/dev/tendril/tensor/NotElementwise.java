package dev.tendril.tensor;

/** An equation reads more than the elements at the place of the one it computes, so it cannot run block by block; says why. */
final class NotElementwise extends Exception {
    private static final long serialVersionUID = 1;

    NotElementwise(String why) {
        super(why);
    }
}
