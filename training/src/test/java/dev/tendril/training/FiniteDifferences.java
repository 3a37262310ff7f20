package dev.tendril.training;

import java.util.function.ToDoubleFunction;

/** Gradients of a function of many numbers by central differences, (f(x + h) − f(x − h)) / 2h. */
public final class FiniteDifferences {
    private static final double H = 1e-6; // near the cube root of the rounding error, where both errors balance

    private FiniteDifferences() {}

    /** The gradient at a place. */
    public static double[] gradient(ToDoubleFunction<double[]> function, double... place) {
        double[] gradient = new double[place.length];
        for (int i = 0; i < place.length; i++) {
            double[] moved = place.clone();
            moved[i] = place[i] + H;
            double above = function.applyAsDouble(moved);
            moved[i] = place[i] - H;
            gradient[i] = (above - function.applyAsDouble(moved)) / (2 * H);
        }
        return gradient;
    }
}
