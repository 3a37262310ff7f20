package dev.tendril.training;

import java.util.List;

/**
 * Ends training once the watched metric has not improved for some epochs (Prechelt 1998). An epoch improves if its value is better
 * than the best before it, and by at least the minimum; the first value there is always does. A value that is not a number never
 * improves.
 *
 * @param patience epochs in a row without improvement after which training ends
 * @param minimumImprovement smaller improvements do not count
 */
public record EarlyStopping(int patience, double minimumImprovement) {
    public EarlyStopping {
        if (patience < 1) {
            throw new IllegalArgumentException("patience is " + patience + ", want at least 1");
        }
        if (!(minimumImprovement >= 0)) {
            throw new IllegalArgumentException("minimumImprovement is " + minimumImprovement + ", want 0 or more");
        }
    }

    /**
     * Whether training ends here.
     *
     * @param validation the watched metric after each epoch that ended, turned so that smaller is better
     */
    boolean stops(List<Double> validation) {
        double best = Double.NaN;
        int waited = 0;
        for (double value : validation) {
            if (improves(value, best)) {
                best = value;
                waited = 0;
            } else {
                waited++;
            }
        }
        return waited >= patience;
    }

    private boolean improves(double value, double best) {
        if (Double.isNaN(best)) {
            return !Double.isNaN(value);
        }
        return value < best && best - value >= minimumImprovement;
    }
}
