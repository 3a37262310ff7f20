package dev.tendril.nlp.reader.forecast;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which windows of a series are read.
 *
 * @param file the table
 * @param inputs columns of the history
 * @param targets columns to forecast
 * @param length L, steps of history
 * @param horizon H, steps ahead
 * @param season m, steps from a value to the one that the naive forecast repeats
 * @param from first row of targets
 * @param to row behind the last of targets
 * @param stride rows from one window to the next
 * @param time column of times
 * @param scaleTo row behind the last that errors are measured by
 */
public record ForecastWindowsParameters(
        @Param(
                "The CSV file, a row a step of time, its columns named in the first row; its path starts at the folder of"
                        + " the YAML file.")
        String file,

        @Param("The columns whose past values stand under the key 'history'.")
        List<String> inputs,

        @Param("The columns to forecast.") List<String> targets,

        @Param("How many steps of history a window has.") @Range(min = 1)
        int length,

        @Param("How many steps ahead are forecast.") @Default("1") @Range(min = 1)
        int horizon,

        @Param("How many steps lie between a value and the one that the naive forecast repeats, such as 24 for a day of"
                + " hours.")
        @Default("1")
        @Range(min = 1)
        int season,

        @Param("The first row, counted from 0, in which a target may lie; its history may lie before it.")
        @Default("0")
        @Range(min = 0)
        int from,

        @Param("The first row behind 'from' in which no target may lie; the end of the file if not given.")
        @Range(min = 1)
        Optional<Integer> to,

        @Param("How many rows lie between the starts of two windows.") @Default("1") @Range(min = 1)
        int stride,

        @Param("The column whose value in a window's first target row stands, as text, under the key 'time'.")
        Optional<String> time,

        @Param(
                "The first row behind those, from 0 on, that 'naive_error' and 'deviation' are taken from; those before 'from' if not"
                        + " given, or before 'to' if 'from' is 0.")
        @Range(min = 1)
        Optional<Integer> scaleTo) {
    public ForecastWindowsParameters {
        inputs = distinct("inputs", inputs);
        targets = distinct("targets", targets);
        if (scaleTo.isPresent() && scaleTo.get() <= season) {
            throw new InvalidParameter(
                    "scaleTo",
                    "the rows before row " + scaleTo.get() + " are too few for a season of " + season + "; want "
                            + (season + 1) + " or more");
        }
        if (scaleTo.isEmpty() && from > 0 && from <= season) {
            throw new InvalidParameter(
                    "from",
                    "the scale of errors is taken from the rows before row " + from + ", too few for a season of "
                            + season + "; start at row " + (season + 1) + " or later, or at 0");
        }
        long least = (long) first(length, season, from) + horizon;
        if (to.isPresent() && to.get() < least) {
            throw new InvalidParameter(
                    "to",
                    "no window of this length, horizon and season ends before row " + to.get() + "; the first ends"
                            + " before row " + least);
        }
    }

    /** The row of the first target of the first window: there are a history and a season before it. */
    int first() {
        return first(length, season, from);
    }

    /**
     * The row behind the last that errors are measured by.
     *
     * @param end the row behind the last that is read
     */
    int scaleEnd(int end) {
        return scaleTo.orElse(from == 0 ? end : from);
    }

    private static int first(int length, int season, int from) {
        return Math.max(from, Math.max(length, season));
    }

    private static List<String> distinct(String parameter, List<String> columns) {
        if (columns.isEmpty()) {
            throw new InvalidParameter(parameter, "no column is named; name at least one");
        }
        HashSet<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw new InvalidParameter(parameter, "the column '" + column + "' is named twice; name it once");
            }
        }
        return List.copyOf(columns);
    }
}
