package dev.tendril.nlp.dates;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import java.util.List;

/**
 * In which languages weekdays and months are written.
 *
 * @param languages written in
 */
public record WeekdayMonthsParameters(
        @Param("The languages to write in, by their ISO 639-1 codes.")
        @Default("[en, de, fr, es, it, pt, sv, fi, pl, cs, hu, ro, tr, hr, lt, lv, ja, ko, he, vi]")
        List<DateLanguage> languages) {
    public WeekdayMonthsParameters {
        languages = LocalizedDatesParameters.distinct("languages", languages, DateLanguage.class);
    }
}
