package dev.tendril.nlp.reader.forecast;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The windows of a table. With t the row of a window's first target, L steps of history, H steps ahead, K targets y and season m:
 *
 * <pre>
 *   history   [L, inputs]  rows t − L … t − 1
 *   next      [H·K]        y of rows t … t + H − 1, step by step
 *   future    [H, K]       the same
 *   naive     [H·K]        step h: y[t − m + (h mod m)], the value of the same phase in the last season that is known
 *   naive_error [H·K]      of each target, mean |y[i] − y[i − m]| over the rows of the scale
 *   deviation [H·K]        of each target, the population's standard deviation over the rows of the scale
 *   time                   the time of row t
 * </pre>
 *
 * The rows of the scale are those before {@code scale_to}; without it those before {@code from}, or, if that is 0, all up to {@code to}: what is known before the first
 * forecast is made. The naive error is what a mean absolute error is divided by to give MASE, the mean absolute scaled error (R. J.
 * Hyndman and A. B. Koehler: Another look at measures of forecast accuracy. International Journal of Forecasting 22, 2006).
 */
final class ForecastWindows implements ExampleStream {
    static final String TIME = "time";
    static final Set<String> KEYS = Set.of("history", "next", "future", "naive", "naive_error", "deviation");

    private final List<SeriesTable.Row> rows;
    private final ForecastWindowsParameters parameters;
    private final int end;
    private final Raw naiveError;
    private final Raw deviation;
    private long first;

    /**
     * The windows.
     *
     * @throws DataException if there is none
     */
    ForecastWindows(SeriesTable table, ForecastWindowsParameters parameters) {
        this.rows = table.rows();
        this.parameters = parameters;
        this.first = parameters.first();
        this.end = end(table);
        int scaleEnd = parameters.scaleEnd(end);
        if (scaleEnd > rows.size()) {
            throw new DataException(
                    parameters.file(), "has " + rows.size() + " rows, and scale_to is " + scaleEnd + "; lower it");
        }
        SeriesScale scale = new SeriesScale(rows.subList(0, scaleEnd));
        this.naiveError = repeated(scale.naiveError(parameters.season()));
        this.deviation = repeated(scale.deviation());
    }

    private int end(SeriesTable table) {
        int last = parameters.to().orElse(rows.size());
        if (last > rows.size()) {
            throw new DataException(
                    table.name(), "the table has " + rows.size() + " rows, fewer than 'to', " + last + "; lower it");
        }
        if (first + parameters.horizon() > last) {
            throw new DataException(
                    table.name(),
                    "the table has too few rows, " + rows.size()
                            + ", for a window: with this length, horizon, season and" + " 'from' the first needs "
                            + (first + parameters.horizon()));
        }
        return last;
    }

    @Override
    public boolean hasNext() {
        return first + parameters.horizon() <= end;
    }

    @Override
    public Example next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Example window = window((int) first);
        first += parameters.stride();
        return window;
    }

    @Override
    public void close() {
        first = end;
    }

    private Example window(int start) {
        double[] next = new double[size()];
        double[] naive = new double[size()];
        for (int step = 0; step < parameters.horizon(); step++) {
            put(next, step, start + step);
            put(naive, step, start - parameters.season() + step % parameters.season());
        }
        Map<String, Raw> values = new HashMap<>();
        values.put("history", history(start));
        values.put("next", vector(next));
        values.put("future", new Raw.Numbers(Shape.of(parameters.horizon(), targets()), next));
        values.put("naive", vector(naive));
        values.put("naive_error", naiveError);
        values.put("deviation", deviation);
        SeriesTable.Row row = rows.get(start);
        row.time().ifPresent(time -> values.put(TIME, new Raw.Text(time)));
        return new Example(values, row.where());
    }

    private Raw history(int start) {
        int length = parameters.length();
        int inputs = parameters.inputs().size();
        double[] history = new double[length * inputs];
        for (int step = 0; step < length; step++) {
            System.arraycopy(rows.get(start - length + step).inputs(), 0, history, step * inputs, inputs);
        }
        return new Raw.Numbers(Shape.of(length, inputs), history);
    }

    private void put(double[] vector, int step, int row) {
        System.arraycopy(rows.get(row).targets(), 0, vector, step * targets(), targets());
    }

    private Raw repeated(double[] ofTargets) {
        double[] vector = new double[size()];
        for (int step = 0; step < parameters.horizon(); step++) {
            System.arraycopy(ofTargets, 0, vector, step * targets(), targets());
        }
        return vector(vector);
    }

    private static Raw vector(double[] values) {
        return new Raw.Numbers(Shape.of(values.length), values);
    }

    private int targets() {
        return parameters.targets().size();
    }

    private int size() {
        return parameters.horizon() * targets();
    }
}
