package dev.tendril.nlp.dates;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import java.util.EnumSet;
import java.util.List;

/**
 * Which dates are written, and how.
 *
 * @param count number of examples, all different
 * @param split which calendar dates
 * @param languages written in
 * @param styles written in
 * @param fromYear first year
 * @param toYear last year
 * @param stream number of the random stream
 * @param parts whether the examples say what every character belongs to
 */
public record LocalizedDatesParameters(
        @Param("How many examples; no two are of the same date, language and style.") @Range(min = 1)
        int count,

        @Param("Which calendar dates: no date of one split stands in another, in any language, style or seed.")
        @Default("train")
        DateSplit split,

        @Param("The languages to write in, by their ISO 639-1 codes.")
        @Default("[en, de, fr, es, it, pt, sv, fi, pl, cs, hu, ro, tr, hr, lt, lv, ja, ko, he, vi]")
        List<DateLanguage> languages,

        @Param("The styles to write in: full has the day of the week, long the name of the month, medium is shorter.")
        @Default("[full, long, medium]")
        List<DateStyle> styles,

        @Param("The first year of the dates.") @Default("1900") @Range(min = 1, max = 9999)
        int fromYear,

        @Param("The last year of the dates.") @Default("2099") @Range(min = 1, max = 9999)
        int toYear,

        @Param("Number of the random stream: two readers of one file with different numbers choose differently.")
        @Default("0")
        long stream,

        @Param("Whether the examples have a key parts too: for every character day, month, year or other.")
        @Default("false")
        boolean parts) {
    public LocalizedDatesParameters {
        languages = distinct("languages", languages, DateLanguage.class);
        styles = distinct("styles", styles, DateStyle.class);
        if (toYear < fromYear) {
            throw new InvalidParameter("toYear", "the last year, " + toYear + ", is before the first, " + fromYear);
        }
        long possible = (long) split.days(fromYear, toYear).length * languages.size() * styles.size();
        if (count > possible) {
            throw new InvalidParameter(
                    "count",
                    "there are only " + possible + " different examples in these years, languages and styles of split "
                            + split.label() + "; ask for fewer, or allow more");
        }
    }

    static <E extends Enum<E>> List<E> distinct(String parameter, List<E> values, Class<E> type) {
        EnumSet<E> seen = EnumSet.noneOf(type);
        for (E value : values) {
            if (!seen.add(value)) {
                throw new InvalidParameter(parameter, value + " is named twice; name it once");
            }
        }
        if (seen.isEmpty()) {
            throw new InvalidParameter(parameter, "none is named; name at least one");
        }
        return List.copyOf(values);
    }
}
