package dev.tendril.nlp.reader.forecast;

import java.util.List;

/**
 * The scale of every target of a series.
 *
 * @param rows that are known, at least one
 */
record SeriesScale(List<SeriesTable.Row> rows) {

    /** The mean absolute error of forecasting each value by the one a season before; there are more rows than a season. */
    double[] naiveError(int season) {
        double[] error = new double[targets()];
        for (int row = season; row < rows.size(); row++) {
            for (int target = 0; target < error.length; target++) {
                error[target] += Math.abs(value(row, target) - value(row - season, target));
            }
        }
        return divided(error, rows.size() - season);
    }

    /** The standard deviation of the population. */
    double[] deviation() {
        double[] mean = mean();
        double[] deviation = new double[targets()];
        for (int row = 0; row < rows.size(); row++) {
            for (int target = 0; target < deviation.length; target++) {
                double distance = value(row, target) - mean[target];
                deviation[target] += distance * distance;
            }
        }
        divided(deviation, rows.size());
        for (int target = 0; target < deviation.length; target++) {
            deviation[target] = Math.sqrt(deviation[target]);
        }
        return deviation;
    }

    private double[] mean() {
        double[] sum = new double[targets()];
        for (int row = 0; row < rows.size(); row++) {
            for (int target = 0; target < sum.length; target++) {
                sum[target] += value(row, target);
            }
        }
        return divided(sum, rows.size());
    }

    private static double[] divided(double[] sums, int number) {
        for (int each = 0; each < sums.length; each++) {
            sums[each] /= number;
        }
        return sums;
    }

    private double value(int row, int target) {
        return rows.get(row).targets()[target];
    }

    private int targets() {
        return rows.get(0).targets().length;
    }
}
