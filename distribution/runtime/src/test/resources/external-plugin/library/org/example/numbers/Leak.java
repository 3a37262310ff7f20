package org.example.numbers;

/** A library of somebody else's, as small as can be. */
public final class Leak {
    private Leak() {}

    /** The share of the new value that leaks in, for a time constant in steps. */
    public static double rate(double timeConstant) {
        return 1 - Math.exp(-1 / timeConstant);
    }
}
